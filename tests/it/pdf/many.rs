//! Many letters at once: each as it is drawn alone, in order, and none stopped by another.

use chrono::{DateTime, Utc};
use personvernsak::adapter::pdf::PdfDrawer;
use personvernsak::casework::ids::ContentId;
use personvernsak::casework::letter::tree::Letter;
use personvernsak::usecase::ports::{DrawProblem, DrawingOptions, LetterDrawer};
use uuid::Uuid;

use super::letters::{self, decision, options};

fn numbered(number: u128) -> DrawingOptions {
    DrawingOptions {
        document_id: ContentId(Uuid::from_u128(number)),
        dated_on: options().dated_on,
        created_at: DateTime::<Utc>::from_timestamp(1_772_188_245, 0).expect("a moment"),
        draft: false,
    }
}

#[test]
fn each_is_as_it_is_drawn_alone_and_one_that_cannot_be_drawn_stops_no_other() {
    let mut all: Vec<Letter> = letters::all().into_iter().map(|(_, letter)| letter).collect();
    all.insert(2, Letter { heading: "😀".to_owned(), ..decision() });
    let wanted: Vec<_> = (0..).zip(&all).map(|(number, letter)| (letter, numbered(number))).collect();
    let mut told = Vec::new();
    let drawn = PdfDrawer.draw_all_on(4, &wanted, &mut |done| {
        told.push(done);
        true
    });
    assert_eq!(told, (1..=all.len()).collect::<Vec<_>>());
    assert_eq!(drawn[2], Some(Err(DrawProblem::MissingCharacters(vec!['😀']))));
    for (place, (letter, options)) in wanted.iter().enumerate() {
        assert_eq!(drawn[place], Some(PdfDrawer.draw(letter, options)), "{place}");
    }
}

#[test]
fn drawing_many_can_be_broken_off() {
    let letter = letters::handed_over();
    let wanted: Vec<_> = (0..60).map(|number| (&letter, numbered(number))).collect();
    let drawn = PdfDrawer.draw_all(&wanted, &mut |done| done < 4);
    let count = drawn.iter().flatten().count();
    assert_eq!(drawn.len(), 60);
    assert!((4..60).contains(&count), "{count}");
    assert!(drawn.iter().flatten().all(Result::is_ok));
}
