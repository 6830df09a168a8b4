//! The logo: every kind of PNG looks the same in the file, and what cannot be shown is refused with what to do.

use personvernsak::adapter::pdf::{PdfDrawer, PdfProblem, check_logo, draw};
use personvernsak::casework::letter::tree::Letter;
use personvernsak::usecase::ports::{DrawProblem, LetterDrawer, LogoProblem};
use png::{BitDepth, ColorType};

use super::letters::{decision, options};
use super::logos::{self, Kind, file};
use super::{drawn, more};

const GREY: Kind = Kind { colour: ColorType::Grayscale, depth: BitDepth::Eight };

/// The picture of a letter with this logo, as another reader of PDF gives it: its size, its channels and its pixels.
fn shown(png: Vec<u8>) -> (u32, u32, usize, Vec<u8>) {
    let bytes = drawn(&Letter { logo: more::logo(png), ..decision() }).bytes;
    let file = lopdf::Document::load_mem(&bytes).expect("a PDF file");
    let pages = file.get_pages();
    let images = file.get_page_images(pages[&1]).expect("the pictures of a page");
    let [image] = images.as_slice() else { panic!("{} pictures", images.len()) };
    let stream = file.get_object(image.id).and_then(lopdf::Object::as_stream).expect("a stream");
    let pixels = stream.decompressed_content().expect("pixels");
    let number = |side: i64| u32::try_from(side).expect("a size");
    let channels = pixels.len() / usize::try_from(image.width * image.height).expect("a size");
    (number(image.width), number(image.height), channels, pixels)
}

#[test]
fn every_kind_of_png_shows_the_same_mark() {
    let (.., grey) = shown(logos::drawn(GREY));
    let coloured: Vec<u8> = grey.iter().flat_map(|dark| if *dark == 0 { [10, 40, 90] } else { [255; 3] }).collect();
    for (name, kind) in logos::kinds() {
        let png = logos::drawn(kind);
        assert_eq!(check_logo(&png), Ok(()), "{name}");
        let (width, height, channels, pixels) = shown(png);
        assert_eq!((width, height), (380, 100), "{name}");
        let wanted = if channels == 1 { &grey } else { &coloured };
        assert!(&pixels == wanted, "{name} looks otherwise");
        assert_eq!(channels == 1, name.starts_with("grey"), "{name}");
    }
    assert!(shown(logos::interlaced()).3 == grey, "interlaced looks otherwise");
}

#[test]
fn what_cannot_be_shown_is_refused_with_what_to_do() {
    let mark = logos::usual();
    let mut damaged = mark.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 0x55;
    let mut heavy = mark.clone();
    heavy.resize(600 * 1024, 0);
    for (name, png, problem) in [
        ("nothing", Vec::new(), LogoProblem::NotPng),
        ("JPEG", b"\xFF\xD8\xFF\xE0 JFIF".to_vec(), LogoProblem::NotPng),
        ("SVG", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), LogoProblem::NotPng),
        ("cut short", mark[..mark.len() / 2].to_vec(), LogoProblem::Broken),
        ("only a signature", mark[..8].to_vec(), LogoProblem::Broken),
        ("damaged", damaged, LogoProblem::Broken),
        ("heavy", heavy, LogoProblem::TooManyBytes { bytes: 600 * 1024, most: 512 * 1024 }),
        (
            "vast",
            file(GREY, 4001, 300, |x, _| x > 9),
            LogoProblem::TooManyPixels { width: 4001, height: 300, most: 4000 },
        ),
        (
            "small",
            file(GREY, 60, 60, |x, _| x > 9),
            LogoProblem::TooFewPixels { width: 60, height: 60, least: 95, least_wide: 355 },
        ),
        ("a line", file(GREY, 3000, 10, |x, _| x > 9), LogoProblem::TooNarrow { width: 3000, height: 10, most: 20 }),
        ("white", file(GREY, 400, 100, |_, _| false), LogoProblem::Invisible),
    ] {
        assert_eq!(PdfDrawer.check_logo(&png), Err(problem), "{name}");
        let letter = Letter { logo: more::logo(png), ..decision() };
        assert_eq!(draw(&letter, &options()), Err(PdfProblem::Logo(problem)), "{name}");
    }
    assert_eq!(
        DrawProblem::Logo(LogoProblem::TooManyBytes { bytes: 600 * 1024, most: 512 * 1024 }).to_string(),
        "Logoen er på 600 kB. Lagre den mindre; den kan være på høyst 512 kB, siden den følger med hvert brev."
    );
}

#[test]
fn a_logo_keeps_its_shape_within_sixty_by_sixteen_millimetres() {
    for (width, height) in [(380, 100), (1200, 100), (100, 400), (400, 400)] {
        let png = file(GREY, width, height, |x, y| x > 3 && y > 3);
        let laid = personvernsak::adapter::pdf::lay_out(&Letter { logo: more::logo(png), ..decision() }, true);
        let pages = laid.expect("laid out").pages;
        let (_, frame) = pages[0].logo.expect("a logo on the first page");
        let millimetres = |points: f64| points * 25.4 / 72.0;
        assert!(millimetres(frame.width) <= 60.01 && millimetres(frame.height) <= 16.01, "{frame:?}");
        assert!((frame.width / frame.height - f64::from(width) / f64::from(height)).abs() < 0.001, "{frame:?}");
        assert!((millimetres(frame.x + frame.width) - 185.0).abs() < 0.01, "at the right edge of the column");
        assert!(millimetres(frame.y + frame.height) < 44.0, "above the window");
        assert!(pages[1..].iter().all(|page| page.logo.is_none()));
        // Nothing is written over it, neither the sender's name nor the mark of a draft.
        for piece in &pages[0].pieces {
            let long: f64 = piece.glyphs.iter().map(|glyph| glyph.advance).sum::<f64>() * piece.size / 1000.0;
            let beside =
                piece.x + long <= frame.x || piece.y <= frame.y || piece.y - piece.size >= frame.y + frame.height;
            assert!(beside, "{piece:?}");
        }
    }
}
