import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Client } from '../../lib/messaging/rpc.ts';

/**
 * Give the frame the height of what stands in it, now and whenever that changes. By way of the
 * background: what is posted to the blog's own page, that page can hear.
 */
export function fitFrame(content: HTMLElement, background: Client<BackgroundProtocol>): void {
  let last = 0;
  new ResizeObserver(() => {
    const { height } = content.getBoundingClientRect();
    const needed = Math.ceil(height);
    if (needed === 0 || needed === last) return;
    last = needed;
    background.fitFrame(needed).catch((error: unknown) => {
      console.warn('Waymark: the frame keeps its height', error);
    });
  }).observe(content);
}
