//! Pauses in order of start, with overlapping and touching ones made one, without a heap.

use chrono::NaiveDate;

use super::input::Pause;

/// Gives the merged pauses by repeated selection: quadratic in their number, which is a handful in any real case.
pub(super) struct MergedPauses<'a> {
    pauses: &'a [Pause],
    /// The day on which open pauses are taken to end, if they are.
    answered_on: Option<NaiveDate>,
    /// The end of the last pause given; the next one starts after it.
    after: Option<NaiveDate>,
}

impl<'a> MergedPauses<'a> {
    pub(super) fn new(pauses: &'a [Pause], answered_on: Option<NaiveDate>) -> Self {
        Self { pauses, answered_on, after: None }
    }

    /// The day after the pause's last; the end of the calendar stands for «not yet».
    fn end_of(&self, pause: &Pause) -> NaiveDate {
        let supposed = || self.answered_on.map(|answered_on| answered_on.max(pause.start_on));
        pause.end_on.or_else(supposed).unwrap_or(NaiveDate::MAX)
    }
}

impl Iterator for MergedPauses<'_> {
    type Item = Pause;

    fn next(&mut self) -> Option<Pause> {
        let is_next = |start_on: &NaiveDate| self.after.is_none_or(|after| *start_on > after);
        let start_on = self.pauses.iter().map(|pause| pause.start_on).filter(is_next).min()?;
        let mut end_on = start_on;
        loop {
            let joined = self.pauses.iter().filter(|pause| (start_on..=end_on).contains(&pause.start_on));
            match joined.map(|pause| self.end_of(pause)).max() {
                Some(further) if further > end_on => end_on = further,
                Some(_) | None => break,
            }
        }
        self.after = Some(end_on);
        Some(Pause { start_on, end_on: (end_on < NaiveDate::MAX).then_some(end_on) })
    }
}
