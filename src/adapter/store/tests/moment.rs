//! What is read is read as it was at one moment, while others write.

use std::sync::atomic::{AtomicBool, Ordering};

use super::*;

/// Another process writes notes to the first request for as long as `read` reads.
fn while_another_writes(read: impl FnOnce(&mut Office, RequestNumber)) {
    let mut office = Office::new();
    let number = office.register(&Sample::new(1));
    let mut writer =
        Office { folder: tempfile::tempdir().expect("unused"), store: office.another("Kari Myhre").expect("unlocked") };
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for seed in 1_000.. {
                if done.load(Ordering::Relaxed) {
                    break;
                }
                let note = vec![Event::NoteAdded { case: letter(0), text: id(seed), telephone_on: None }];
                writer.change(number, note, vec![(id(seed), Content::Text("Ring i morgon.".to_owned()))]);
                writer.register(&Sample::new(seed));
            }
        });
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| read(&mut office, number)));
        done.store(true, Ordering::Relaxed);
        if let Err(panic) = result {
            std::panic::resume_unwind(panic);
        }
    });
}

#[test]
fn a_request_is_read_as_it_was() {
    while_another_writes(|office, number| {
        for _ in 0..300 {
            let stored = office.store.load(number).expect("in order").expect("there");
            let notes = stored.log.iter().filter(|recorded| matches!(recorded.event, Event::NoteAdded { .. })).count();
            assert_eq!(stored.contents.len(), 4 + notes);
        }
    });
}

#[test]
fn the_record_is_checked_as_it_was() {
    while_another_writes(|office, _| {
        for _ in 0..10 {
            assert_eq!(office.store.verify(None).expect("verified").problems, []);
        }
    });
}
