interface ExtensionApi {
  runtime: { sendMessage(message: object): Promise<{ ok: boolean }> };
}

/** Have the background save an annotation, and say whether it has. Sent to a page of the extension as text. */
export async function saveOne(argument: object): Promise<boolean> {
  const { browser, chrome } = globalThis as unknown as Record<string, ExtensionApi | undefined>;
  const api = browser ?? chrome;
  const answer = await api?.runtime.sendMessage({
    to: 'background',
    call: 'saveAnnotation',
    argument,
  });
  return answer?.ok ?? false;
}
