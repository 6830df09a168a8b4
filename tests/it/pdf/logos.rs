//! Logos of every kind that PNG knows, and files that only look like one.

use png::{BitDepth, ColorType, Encoder};

/// A mark of 380 by 100 pixels: a ring and three bars, dark on nothing.
fn ink(x: u32, y: u32) -> bool {
    let (across, down) = (f64::from(x) - 50.0, f64::from(y) - 50.0);
    let far = across.hypot(down);
    let bar = x > 115 && x < 370 && matches!(y, 18..=30 | 44..=56 | 70..=82);
    (28.0..44.0).contains(&far) || far < 12.0 || bar
}

/// How a logo is written.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// What the bytes of a pixel are.
    pub colour: ColorType,
    /// How many bits each has.
    pub depth: BitDepth,
}

/// Every kind of PNG file.
pub fn kinds() -> Vec<(&'static str, Kind)> {
    use BitDepth::{Eight, Four, One, Sixteen};
    use ColorType::{Grayscale, GrayscaleAlpha, Indexed, Rgb, Rgba};
    [
        ("grey-1", Grayscale, One),
        ("grey-8", Grayscale, Eight),
        ("grey-16", Grayscale, Sixteen),
        ("grey-alpha-8", GrayscaleAlpha, Eight),
        ("palette-1", Indexed, One),
        ("palette-4", Indexed, Four),
        ("palette-8", Indexed, Eight),
        ("colour-8", Rgb, Eight),
        ("colour-16", Rgb, Sixteen),
        ("colour-alpha-8", Rgba, Eight),
        ("colour-alpha-16", Rgba, Sixteen),
    ]
    .map(|(name, colour, depth)| (name, Kind { colour, depth }))
    .to_vec()
}

/// The mark as a file of this kind.
pub fn drawn(kind: Kind) -> Vec<u8> {
    file(kind, 380, 100, ink)
}

/// The mark in dark blue, see-through around it, the way most offices have theirs.
pub fn usual() -> Vec<u8> {
    drawn(Kind { colour: ColorType::Rgba, depth: BitDepth::Eight })
}

/// A file whose pixels are as asked.
pub fn file(kind: Kind, width: u32, height: u32, ink: impl Fn(u32, u32) -> bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, width, height);
    encoder.set_color(kind.colour);
    encoder.set_depth(kind.depth);
    if kind.colour == ColorType::Indexed {
        encoder.set_palette(vec![255, 255, 255, 10, 40, 90]);
        encoder.set_trns(vec![0, 255]);
    }
    let rows: Vec<u8> = (0..height).flat_map(|y| row(kind, width, |x| ink(x, y))).collect();
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&rows).expect("pixels");
    writer.finish().expect("an end");
    bytes
}

fn row(kind: Kind, width: u32, ink: impl Fn(u32) -> bool) -> Vec<u8> {
    let wide = kind.depth == BitDepth::Sixteen;
    let bits = match kind.depth {
        BitDepth::One => 1,
        BitDepth::Two => 2,
        BitDepth::Four => 4,
        BitDepth::Eight | BitDepth::Sixteen => 8,
    };
    let most = (1_u16 << bits) - 1;
    let mut row = Vec::new();
    let (mut byte, mut filled) = (0_u16, 0);
    for x in 0..width {
        let inked = ink(x);
        let channels: Vec<u8> = match kind.colour {
            ColorType::Grayscale => vec![if inked { 0 } else { u8::try_from(most).expect("a byte") }],
            ColorType::Indexed => vec![u8::from(inked)],
            ColorType::GrayscaleAlpha => vec![0, if inked { 255 } else { 0 }],
            ColorType::Rgb => if inked { [10, 40, 90] } else { [255; 3] }.to_vec(),
            ColorType::Rgba => vec![10, 40, 90, if inked { 255 } else { 0 }],
        };
        for channel in channels {
            if bits < 8 {
                byte = byte << bits | u16::from(channel);
                filled += bits;
                if filled == 8 {
                    row.push(u8::try_from(byte).expect("eight bits"));
                    (byte, filled) = (0, 0);
                }
            } else {
                row.extend(std::iter::repeat_n(channel, if wide { 2 } else { 1 }));
            }
        }
    }
    if filled > 0 {
        row.push(u8::try_from(byte << (8 - filled)).expect("eight bits"));
    }
    row
}

/// The mark in grey, its rows in the seven passes of Adam7: written by hand, since the encoder knows no passes.
pub fn interlaced() -> Vec<u8> {
    const PASSES: [(u32, u32, u32, u32); 7] =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
    let (width, height) = (380_u32, 100_u32);
    let mut rows = Vec::new();
    for (left, top, right, down) in PASSES {
        for y in (top..height).step_by(down as usize) {
            // No filter in front of each row.
            rows.push(0);
            rows.extend((left..width).step_by(right as usize).map(|x| if ink(x, y) { 0 } else { 255 }));
        }
    }
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    std::io::Write::write_all(&mut zlib, &rows).expect("compressed");
    let mut header = width.to_be_bytes().to_vec();
    header.extend(height.to_be_bytes());
    header.extend([8, 0, 0, 0, 1]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [(b"IHDR", header), (b"IDAT", zlib.finish().expect("compressed")), (b"IEND", Vec::new())] {
        file.extend(u32::try_from(data.len()).expect("few bytes").to_be_bytes());
        let from = file.len();
        file.extend(kind);
        file.extend(data);
        let mut sum = flate2::Crc::new();
        sum.update(&file[from..]);
        file.extend(sum.sum().to_be_bytes());
    }
    file
}
