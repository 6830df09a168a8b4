//! What a picture is, and whether it is whole: the parts of a PNG and of a JPEG are walked, and nothing is unpacked.

use crate::casework::request::FileKind;
use crate::usecase::ports::{FileFault, LARGEST_PICTURE};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPEG: &[u8] = b"\xff\xd8\xff";

/// What picture it is; `None` where it is none that is known.
pub(super) fn kind(bytes: &[u8]) -> Result<Option<FileKind>, FileFault> {
    let (kind, size) = if bytes.starts_with(PNG) {
        (FileKind::Png, png(bytes))
    } else if bytes.starts_with(JPEG) {
        (FileKind::Jpeg, jpeg(bytes))
    } else {
        return Ok(None);
    };
    match size {
        Some((width, height)) if u64::from(width) * u64::from(height) > LARGEST_PICTURE => Err(FileFault::HugePicture),
        Some((width, height)) if width > 0 && height > 0 => Ok(Some(kind)),
        Some(_) | None => Err(FileFault::Broken),
    }
}

/// The size of a PNG whose chunks reach to its end; what follows the last of them is no part of a picture.
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(PNG)?;
    let mut size = None;
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (name, after) = after.split_first_chunk::<4>()?;
        let (data, after) = after.split_at_checked(u32::from_be_bytes(*length) as usize)?;
        rest = after.get(4..)?;
        match name {
            b"IHDR" => {
                let (width, more) = data.split_first_chunk::<4>()?;
                let (height, _) = more.split_first_chunk::<4>()?;
                size = Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)));
            }
            b"IEND" => return if rest.is_empty() { size } else { None },
            _ => {}
        }
    }
}

/// The size of a JPEG that has an end. Cameras write more behind it, which no viewer shows.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.get(2..)?;
    let mut size = None;
    loop {
        let marker = match rest {
            [0xff, 0xff, ..] => {
                rest = rest.get(1..)?;
                continue;
            }
            [0xff, marker, ..] => *marker,
            _ => return None,
        };
        let (length, data) = rest.get(2..)?.split_first_chunk::<2>()?;
        let length = usize::from(u16::from_be_bytes(*length)).checked_sub(2)?;
        // The frames (SOF), but for the tables of Huffman codes and arithmetic coding between them.
        if (0xc0..=0xcf).contains(&marker) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let [_, high, low, wide, narrow, ..] = data else { return None };
            let pair = |most: &u8, least: &u8| u32::from(u16::from_be_bytes([*most, *least]));
            size = Some((pair(wide, narrow), pair(high, low)));
        }
        rest = data.get(length..)?;
        if marker == 0xda {
            return if rest.windows(2).any(|pair| pair == [0xff, 0xd9]) { size } else { None };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
        [&u32::try_from(data.len()).expect("short").to_be_bytes()[..], name, data, &[0; 4]].concat()
    }

    fn a_png(width: u32, height: u32) -> Vec<u8> {
        let size = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
        [PNG, &chunk(b"IHDR", &size), &chunk(b"IDAT", b"xx"), &chunk(b"IEND", b"")].concat()
    }

    fn a_jpeg(width: u16, height: u16) -> Vec<u8> {
        let [high, low] = height.to_be_bytes();
        let [wide, narrow] = width.to_be_bytes();
        let frame = [0xff, 0xc0, 0, 8, 8, high, low, wide, narrow, 1];
        [&b"\xff\xd8\xff\xe0\0\x04ab"[..], &frame, b"\xff\xda\0\x02 dots \xff\xd9"].concat()
    }

    #[test]
    fn whole_pictures_are_known() {
        assert_eq!(kind(&a_png(600, 800)), Ok(Some(FileKind::Png)));
        assert_eq!(kind(&a_jpeg(600, 800)), Ok(Some(FileKind::Jpeg)));
        assert_eq!(kind(b"GIF89a"), Ok(None));
    }

    #[test]
    fn what_is_cut_off_hidden_behind_or_too_large_is_told() {
        let (png, jpeg) = (a_png(600, 800), a_jpeg(600, 800));
        assert_eq!(kind(&png[..png.len() - 6]), Err(FileFault::Broken));
        assert_eq!(kind(&[&png[..], b"PK\x03\x04"].concat()), Err(FileFault::Broken), "something lies behind it");
        assert_eq!(kind(&jpeg[..jpeg.len() - 2]), Err(FileFault::Broken));
        assert_eq!(kind(&a_png(0, 800)), Err(FileFault::Broken));
        assert_eq!(kind(&a_png(40_000, 40_000)), Err(FileFault::HugePicture));
        assert_eq!(kind(&a_jpeg(60_000, 60_000)), Err(FileFault::HugePicture));
    }
}
