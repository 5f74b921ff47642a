/**
 * CRC-32 (ISO 3309) of an ASCII text, as base-36 letters: finds a truncated or altered resume state. It protects
 * against accidents, not against forgery.
 */
export function checksum(text: string): string {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (~crc >>> 0).toString(36);
}
