//! The checksum of zlib and of many other formats.

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut rest = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            rest = (rest >> 1) ^ if rest & 1 == 1 { 0xEDB8_8320 } else { 0 };
            bit += 1;
        }
        table[byte] = rest;
        byte += 1;
    }
    table
}

const TABLE: [u32; 256] = table();

/// Return the checksum of a text in UTF-8, as `zlib.crc32` has it.
pub fn crc32(text: &str) -> u32 {
    !text.bytes().fold(!0, |rest, byte| (rest >> 8) ^ TABLE[usize::from((rest as u8) ^ byte)])
}
