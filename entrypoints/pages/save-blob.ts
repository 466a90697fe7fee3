/** Save a file where the browser keeps what is downloaded. */
export function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own hold on the data once it has begun, which a minute is ample for.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
