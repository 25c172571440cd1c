/** One sign more than is read. */
export const text = 'scheme "Sample" for 2026\n'.padEnd(5_000_001, '#')
