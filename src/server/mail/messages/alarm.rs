use catalog::{alarm as causes, mail_alarm as say};
use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::{
    domain::{alarm::Cause, ids::PersonId, message::Kind},
    paths,
    server::{
        config::Settings,
        mail::{Composed, FromFacts, Message, MessageKind, Sample, Scene, To, Writing, page::Page},
    },
    words,
};

/// That something is wrong with the site, or is no more: to each admin, once per cause and day.
#[derive(Clone, Debug)]
pub struct AlarmMessage {
    pub facts: AlarmFacts,
    /// The day (UTC).
    pub on: NaiveDate,
}

/// What is wrong, and how much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlarmFacts {
    /// [`Cause::as_str`].
    pub cause: String,
    pub number: u64,
    /// It is so no more.
    pub over: bool,
}

impl MessageKind for AlarmMessage {
    const KIND: Kind = Kind::Alarm;
    const TITLE: fn() -> &'static str = say::title;
    const WRITING: Writing = Writing::from_facts::<Self>();
    const REMOVED_AFTER: Option<TimeDelta> = Some(TimeDelta::days(30));

    type Facts = AlarmFacts;

    fn samples(scene: &Scene<'_>) -> Result<Vec<Sample>, askama::Error> {
        let sample = |name, over| -> Result<Sample, askama::Error> {
            let facts = AlarmFacts { cause: Cause::Queue.as_str().into(), number: 17, over };
            Ok(Sample { name, letter: Self::letter(&facts, &scene.to, scene.settings)? })
        };
        Ok(vec![sample("alarm", false)?, sample("alarm-over", true)?])
    }
}

impl Message for AlarmMessage {
    fn dedupe_key(&self, to: PersonId) -> String {
        let AlarmFacts { cause, over, .. } = &self.facts;
        format!("alarm:{cause}:{}:{}:{to}", if *over { "over" } else { "raised" }, self.on)
    }

    fn facts(&self) -> &AlarmFacts {
        &self.facts
    }
}

impl FromFacts for AlarmMessage {
    fn letter(facts: &AlarmFacts, to: &To<'_>, settings: &Settings) -> Composed {
        let app = settings.app_name.as_str();
        let cause = Cause::parse(&facts.cause);
        let what = match cause {
            Some(cause) if facts.over => over(cause).to_owned(),
            Some(cause) => words::alarm(cause, facts.number),
            None => facts.cause.clone(),
        };
        let page = Page {
            subject: if facts.over { say::subject_over(app) } else { say::subject(app) },
            preheader: what.clone(),
            heading: if facts.over { say::heading_over() } else { say::heading() }.to_owned(),
            sentences: vec![what],
            button: say::button(),
            link: settings.link(cause.map_or(paths::ADMIN, words::where_to_mend)),
            small: say::small().to_owned(),
            ..Page::default()
        };
        page.letter(to, settings)
    }
}

fn over(cause: Cause) -> &'static str {
    match cause {
        Cause::Queue => causes::queue_over(),
        Cause::Failures => causes::failures_over(),
        Cause::Backup => causes::backup_over(),
        Cause::Disk => causes::disk_over(),
        Cause::Admins => causes::admins_over(),
    }
}
