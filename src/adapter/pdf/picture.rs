//! Reads the logo of the letterhead, and makes it ready for the file: eight bits a colour, flat on white, compressed once.

use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use png::{BitDepth, ColorType, Compression, Decoder, DecodingError, Encoder, Limits, Transformations};

use super::page::MM;
use crate::usecase::ports::LogoProblem;

/// The most that a logo is high on the page, in points.
pub const MOST_HIGH: f64 = 16.0 * MM;
/// The most that it is wide.
pub const MOST_WIDE: f64 = 60.0 * MM;

/// Every letter carries the logo, and every letter is kept.
const MOST_BYTES: usize = 512 * 1024;
/// Twice what a printer shows on sixty millimetres, with room.
const MOST_PIXELS: u32 = 4000;
/// 150 pixels an inch on sixteen millimetres, and on sixty.
const LEAST_HIGH: u32 = 95;
const LEAST_WIDE: u32 = 355;
const MOST_TIMES: u32 = 20;
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A picture that is ready for the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// How many bytes a pixel has: one for grey, three for red, green and blue.
    pub channels: u8,
    /// The pixels by row, each row behind its PNG filter, compressed (RFC 1950).
    pub pixels: Vec<u8>,
}

impl Picture {
    /// How wide and how high it stands on the page, in points: as large as the letterhead has room for.
    pub fn size(&self) -> (f64, f64) {
        let (width, height) = (f64::from(self.width), f64::from(self.height));
        let scale = (MOST_WIDE / width).min(MOST_HIGH / height);
        (width * scale, height * scale)
    }
}

/// The last logo that was read. An office has one, and many letters in a row are drawn with it.
static LAST: Mutex<Option<(Vec<u8>, Arc<Picture>)>> = Mutex::new(None);

/// The picture in a PNG file.
///
/// # Errors
/// [`LogoProblem`].
pub fn read(file: &[u8]) -> Result<Arc<Picture>, LogoProblem> {
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((known, picture)) = last.as_ref()
        && known == file
    {
        return Ok(Arc::clone(picture));
    }
    let picture = Arc::new(read_anew(file)?);
    *last = Some((file.to_vec(), Arc::clone(&picture)));
    Ok(picture)
}

fn read_anew(file: &[u8]) -> Result<Picture, LogoProblem> {
    if !file.starts_with(SIGNATURE) {
        return Err(LogoProblem::NotPng);
    }
    if file.len() > MOST_BYTES {
        return Err(LogoProblem::TooManyBytes { bytes: file.len(), most: MOST_BYTES });
    }
    let limits = Limits { bytes: 256 << 20 };
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), limits);
    // Palettes, few bits, sixteen bits and a transparent colour all become eight bits a channel.
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(broken)?;
    let (width, height) = (reader.info().width, reader.info().height);
    check_size(width, height)?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or(LogoProblem::Broken)?];
    let frame = reader.next_frame(&mut pixels).map_err(broken)?;
    pixels.truncate(frame.buffer_size());
    // The checksums of what follows the pixels hold as well.
    reader.finish().map_err(broken)?;
    let colours = flat(&pixels, frame.color_type);
    if colours.iter().all(|[red, green, blue]| *red.min(green).min(blue) > 250) {
        return Err(LogoProblem::Invisible);
    }
    let grey = colours.iter().all(|[red, green, blue]| red == green && green == blue);
    let bytes: Vec<u8> = if grey { colours.iter().map(|[grey, ..]| *grey).collect() } else { colours.concat() };
    let pixels = packed(&bytes, (width, height), grey, Compression::High).ok_or(LogoProblem::Broken)?;
    Ok(Picture { width, height, channels: if grey { 1 } else { 3 }, pixels })
}

fn broken(_: DecodingError) -> LogoProblem {
    LogoProblem::Broken
}

fn check_size(width: u32, height: u32) -> Result<(), LogoProblem> {
    if width > MOST_PIXELS || height > MOST_PIXELS {
        return Err(LogoProblem::TooManyPixels { width, height, most: MOST_PIXELS });
    }
    if width.max(height) > MOST_TIMES * width.min(height) {
        return Err(LogoProblem::TooNarrow { width, height, most: MOST_TIMES });
    }
    if width < LEAST_WIDE && height < LEAST_HIGH {
        return Err(LogoProblem::TooFewPixels { width, height, least: LEAST_HIGH, least_wide: LEAST_WIDE });
    }
    Ok(())
}

/// The colours as they look on white paper. A file for keeping does best without see-through parts, and the page is white.
fn flat(pixels: &[u8], colour: ColorType) -> Vec<[u8; 3]> {
    let on_white = |value: u8, opaque: u8| {
        let (value, opaque) = (u32::from(value), u32::from(opaque));
        // The mean of two bytes, weighted, is a byte.
        u8::try_from((value * opaque + 255 * (255 - opaque) + 127) / 255).unwrap_or(u8::MAX)
    };
    match colour {
        ColorType::Grayscale | ColorType::Indexed => pixels.iter().map(|grey| [*grey; 3]).collect(),
        ColorType::GrayscaleAlpha => pixels.chunks_exact(2).map(|pixel| [on_white(pixel[0], pixel[1]); 3]).collect(),
        ColorType::Rgb => pixels.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect(),
        ColorType::Rgba => pixels
            .chunks_exact(4)
            .map(|pixel| [pixel[0], pixel[1], pixel[2]].map(|value| on_white(value, pixel[3])))
            .collect(),
    }
}

/// The pixels as PNG packs them, which is a way that PDF knows too (ISO 32000-1, 7.4.4.4): what its data chunks hold.
pub fn packed(bytes: &[u8], (width, height): (u32, u32), grey: bool, compression: Compression) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(if grey { ColorType::Grayscale } else { ColorType::Rgb });
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(compression);
    encoder.write_header().ok()?.write_image_data(bytes).ok()?;
    let mut data = Vec::new();
    let mut rest = file.get(SIGNATURE.len()..)?;
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (kind, after) = after.split_first_chunk::<4>()?;
        if kind == b"IDAT" {
            data.extend_from_slice(after.get(..length)?);
        }
        // Behind the data stand four bytes of checksum.
        rest = after.get(length + 4..)?;
    }
    Some(data)
}
