//! What one registration costs the disk: pages written, and syncs.

use super::*;

/// More pages than this, and registering is no longer a matter of one millisecond (each is encrypted and hashed).
const MOST_PAGES: f64 = 25.0;

#[test]
fn a_registration_writes_few_pages() {
    let mut office = Office::new();
    // The write-ahead log is left to grow, so that its length is what was written.
    let frames = |office: &Office| -> i64 {
        office.store.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| row.get(1)).expect("a count")
    };
    (1..=300).for_each(|seed| {
        office.register(&Sample::new(seed));
    });
    office.store.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("emptied");
    office.store.connection.execute_batch("PRAGMA wal_autocheckpoint = 0").expect("switched off");
    let count = 100;
    (301..=300 + count).for_each(|seed| {
        office.register(&Sample::new(seed));
    });
    let pages = frames(&office) as f64 / count as f64;
    println!("{pages} pages for each registration");
    assert!(pages > 1.0 && pages <= MOST_PAGES, "{pages}");
}
