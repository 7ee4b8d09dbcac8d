/** Width and height of a JPEG, and the names of its metadata segments, read byte by byte: not by what wrote it. */
export function readJpeg(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0) !== 0xffd8) throw new Error("Not a JPEG");
  const metadata: string[] = [];
  let size = { width: 0, height: 0 };
  for (let at = 2; at < view.byteLength - 4; ) {
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    const isFrame =
      marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    const isJfif = marker === 0xffe0;
    if (marker === 0xfffe || (marker > 0xffe0 && marker <= 0xffef && !isJfif))
      metadata.push(marker.toString(16));
    if (marker === 0xffda) break;
    at += 2 + length;
  }
  return { ...size, metadata };
}
