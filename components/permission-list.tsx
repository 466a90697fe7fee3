import { type MessageName, say } from '../lib/language/say.ts';

export interface PermissionListProps {
  /** As the manifest has them. */
  permissions: readonly string[];
  /** Match patterns of the hosts it asks for. */
  hosts: readonly string[];
}

/** Why Waymark asks for what it asks for. */
export const PERMISSION_REASONS: Readonly<Record<string, MessageName>> = {
  alarms: 'privacyMayAlarms',
  contextMenus: 'privacyMayContextMenus',
  scripting: 'privacyMayScripting',
  sidePanel: 'privacyMaySidePanel',
  storage: 'privacyMayStorage',
  unlimitedStorage: 'privacyMayUnlimitedStorage',
};

/** All that the browser was asked for, by the names it has there, and why. */
export function PermissionList({ permissions, hosts }: PermissionListProps) {
  return (
    <dl class="permissions">
      <div>
        <dt>
          {hosts.map((host) => (
            <code key={host} translate={false}>
              {host.split('/')[2] ?? host}
            </code>
          ))}
        </dt>
        <dd>{say('privacyMayHosts')}</dd>
      </div>
      {permissions.map((permission) => {
        const reason = PERMISSION_REASONS[permission];
        return (
          <div key={permission}>
            <dt>
              <code translate={false}>{permission}</code>
            </dt>
            {reason && <dd>{say(reason)}</dd>}
          </div>
        );
      })}
    </dl>
  );
}
