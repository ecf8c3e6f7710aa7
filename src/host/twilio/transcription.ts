/**
 * Gives the name by which the address of ON TRANSCRIPTION is known, which tells it from that of the block
 * of its recording.
 * @param block as the script names it
 */
export function transcriptionBlock(block: string): string {
  return `${block} transcription`;
}
