//! The colour profile of the letters: sRGB (IEC 61966-2-1) as a version 2 ICC profile, made here from the numbers
//! of the standard so that no profile with a licence of its own is needed.

/// The profile's name, also told in the file's output intent.
pub const NAME: &str = "sRGB IEC61966-2.1";

/// The number of steps of the tone curve.
const STEPS: u16 = 1024;

/// The profile. Colorants are adapted to D50 with the Bradford matrix, as ICC profiles ask for.
pub fn srgb() -> Vec<u8> {
    let white = xyz([0.9642, 1.0, 0.8249]);
    let curve = curve();
    let tags: [(&[u8; 4], Vec<u8>); 9] = [
        (b"desc", description()),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", white),
        (b"rXYZ", xyz([0.436_07, 0.222_49, 0.013_92])),
        (b"gXYZ", xyz([0.385_15, 0.716_87, 0.097_08])),
        (b"bXYZ", xyz([0.143_07, 0.060_61, 0.714_10])),
        (b"rTRC", curve),
        (b"gTRC", Vec::new()),
        (b"bTRC", Vec::new()),
    ];
    let mut directory = number(tags.len());
    let mut data = Vec::new();
    let start = 128 + 4 + 12 * tags.len();
    let mut place = (0, 0);
    for (signature, content) in &tags {
        // Green and blue share the curve of red.
        if !content.is_empty() {
            place = (start + data.len(), content.len());
            data.extend_from_slice(content);
            data.resize(data.len().next_multiple_of(4), 0);
        }
        directory.extend_from_slice(*signature);
        directory.extend(number(place.0));
        directory.extend(number(place.1));
    }
    let mut profile = header(start + data.len());
    profile.extend(directory);
    profile.extend(data);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = number(size);
    header.extend([0; 4]);
    header.extend([2, 0x10, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    for part in [2026_u16, 1, 1, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    header.extend([0; 28]);
    header.extend(&xyz([0.9642, 1.0, 0.8249])[8..]);
    header.resize(128, 0);
    header
}

fn number(value: usize) -> Vec<u8> {
    u32::try_from(value).unwrap_or(u32::MAX).to_be_bytes().to_vec()
}

#[expect(clippy::cast_possible_truncation, reason = "the numbers lie between 0 and 1 and have 16 bits after the point")]
fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut tag = b"XYZ \0\0\0\0".to_vec();
    for value in values {
        tag.extend(((value * 65536.0).round() as i32).to_be_bytes());
    }
    tag
}

fn text(words: &str) -> Vec<u8> {
    let mut tag = b"text\0\0\0\0".to_vec();
    tag.extend(words.as_bytes());
    tag.push(0);
    tag
}

fn description() -> Vec<u8> {
    let mut tag = b"desc\0\0\0\0".to_vec();
    tag.extend(number(NAME.len() + 1));
    tag.extend(NAME.as_bytes());
    // No Unicode and no Macintosh name: their lengths are zero, the latter has a fixed field of 67 bytes.
    tag.resize(tag.len() + 1 + 8 + 3 + 67, 0);
    tag
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the curve lies between 0 and 1")]
fn curve() -> Vec<u8> {
    let mut tag = b"curv\0\0\0\0".to_vec();
    tag.extend(number(usize::from(STEPS)));
    for step in 0..STEPS {
        let value = f64::from(step) / f64::from(STEPS - 1);
        let light = if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) };
        tag.extend(((light * 65535.0).round() as u16).to_be_bytes());
    }
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_says_its_size_and_kind() {
        let profile = srgb();
        assert_eq!(profile[..4], number(profile.len())[..]);
        assert_eq!(&profile[12..24], b"mntrRGB XYZ ");
        assert_eq!(&profile[36..40], b"acsp");
        assert_eq!(profile.len() % 4, 0);
    }

    #[test]
    fn the_colorants_add_up_to_white() {
        for (sum, white) in [
            (0.436_07 + 0.385_15 + 0.143_07, 0.9642),
            (0.222_49 + 0.716_87 + 0.060_61, 1.0),
            (0.013_92 + 0.097_08 + 0.714_10, 0.8249),
        ] {
            assert!(f64::abs(sum - white) < 0.0005);
        }
    }
}
