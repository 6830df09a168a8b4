//! Pauses in order of start, with overlapping and touching ones made one, without a heap.

use chrono::NaiveDate;

use super::input::Pause;

/// Gives the merged pauses by repeated selection: quadratic in their number, which is a handful in any real case.
pub(super) struct MergedPauses<'a> {
    pauses: &'a [Pause],
    /// The end of the last pause given; the next one starts after it.
    after: Option<NaiveDate>,
}

impl<'a> MergedPauses<'a> {
    pub(super) fn new(pauses: &'a [Pause]) -> Self {
        Self { pauses, after: None }
    }
}

/// The day after the pause's last; the end of the calendar, which no input reaches, stands for «not yet».
fn end_of(pause: &Pause) -> NaiveDate {
    pause.end_on.unwrap_or(NaiveDate::MAX)
}

impl Iterator for MergedPauses<'_> {
    type Item = Pause;

    fn next(&mut self) -> Option<Pause> {
        let is_next = |start_on: &NaiveDate| self.after.is_none_or(|after| *start_on > after);
        let start_on = self.pauses.iter().map(|pause| pause.start_on).filter(is_next).min()?;
        let mut end_on = start_on;
        loop {
            let joined = self.pauses.iter().filter(|pause| (start_on..=end_on).contains(&pause.start_on));
            match joined.map(end_of).max() {
                Some(further) if further > end_on => end_on = further,
                Some(_) | None => break,
            }
        }
        self.after = Some(end_on);
        Some(Pause { start_on, end_on: (end_on < NaiveDate::MAX).then_some(end_on) })
    }
}
