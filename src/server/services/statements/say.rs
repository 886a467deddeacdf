use std::fmt::Display;

use allocation::{
    Draw, Label, Randomness, RequestList, Rule, Tiers,
    beacon::Chain,
    statement::{Kind, randomness_name, rule_name},
};
use chrono::{DateTime, SecondsFormat, Utc};

use crate::{
    domain::draw::RandomnessSource,
    server::db::{draw_plans::NewPlan, events::Event, request_lists::FrozenList},
};

/// A statement to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStatement {
    pub(super) kind: Kind,
    /// The public id of the event.
    pub(super) event: Option<String>,
    /// Whom it is about; before the event is finalized only they and who runs the event read it.
    pub(super) label: Option<String>,
    pub(super) lines: Vec<(&'static str, String)>,
}

impl NewStatement {
    /// About no event.
    pub fn of_site(kind: Kind) -> Self {
        Self { kind, event: None, label: None, lines: Vec::new() }
    }

    /// About an event.
    pub fn of(kind: Kind, event: &Event) -> Self {
        Self { event: Some(event.public_id.clone()), ..Self::of_site(kind) }
    }

    /// Adds a line.
    #[must_use]
    pub fn line(mut self, key: &'static str, value: impl Display) -> Self {
        self.lines.push((key, value.to_string()));
        self
    }

    /// Adds a line where there is something to say.
    #[must_use]
    fn maybe(self, key: &'static str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.line(key, value),
            None => self,
        }
    }

    /// Is about someone.
    #[must_use]
    pub fn about(mut self, label: &Label) -> Self {
        self.label = Some(label.to_string());
        self.line("label", label)
    }

    /// What binds an event's draws, and what will go into them from outside.
    pub fn commitment(event: &Event, chain: &Chain) -> Self {
        Self::of(Kind::Commitment, event)
            .maybe("commitment", event.commitment.map(|(commitment, _)| commitment))
            .line("randomness", announced(event, chain))
            .maybe("known-at", event.known_at.map(instant))
            .line("closes", instant(event.schedule.requests_close_at()))
            .line("tickets", event.tickets)
    }

    /// What someone asks for. `by_other`: an organizer entered or changed it.
    pub fn receipt(event: &Event, label: &Label, (tiers, since): (&Tiers, DateTime<Utc>), by_other: bool) -> Self {
        let accepted: Vec<String> = tiers.amounts().iter().map(ToString::to_string).collect();
        Self::of(Kind::Receipt, event)
            .about(label)
            .line("tiers", accepted.join(","))
            .line("since", instant(since))
            .line("by", if by_other { "organizer" } else { "person" })
    }

    /// That someone's request is no longer there. A reason: an organizer removed it.
    pub fn gone(event: &Event, label: &Label, reason: Option<&str>) -> Self {
        let kind = if reason.is_some() { Kind::Removal } else { Kind::Withdrawal };
        Self::of(kind, event).about(label).maybe("reason", reason)
    }

    /// The list that is published. `by_other`: an organizer closed requests, or changed one afterward.
    pub fn close(event: &Event, list: &FrozenList, chain: &Chain) -> Self {
        Self::of(Kind::Close, event)
            .line("requests", list.requests)
            .line("tickets", list.tickets)
            .line("requests-digest", list.digest)
            .maybe("season-digest", list.further.map(|(season, _)| season))
            .maybe("ranks-digest", list.further.map(|(_, ranks)| ranks))
            .line("randomness", announced(event, chain))
            .line("by", if list.by.is_some() { "organizer" } else { "time" })
    }

    /// A draw that is settled before its round.
    pub fn plan(event: &Event, list: &RequestList, plan: &NewPlan, chain: &Chain) -> Self {
        Self::of(Kind::Plan, event)
            .line("draw", plan.number)
            .line("rule", rule_name(plan.rule))
            .maybe("commitment", event.commitment.map(|(commitment, _)| commitment))
            .digests(list, plan.rule)
            .line("randomness", format!("drand {} {}", chain.hash, plan.round))
            .maybe("reason", Some(&plan.reason).filter(|reason| !reason.is_empty()))
    }

    /// A draw that was made.
    pub fn draw(event: &Event, draw: &Draw, reason: &str) -> Self {
        Self::of(Kind::Draw, event)
            .line("draw", draw.number())
            .line("rule", rule_name(draw.rule()))
            .line("code", draw.code())
            .line("commitment", draw.commitment())
            .digests(draw.list(), draw.rule())
            .line("randomness", randomness_name(draw.randomness()))
            .maybe("reason", Some(reason).filter(|reason| !reason.is_empty()))
    }

    /// The digests of what a draw by this rule takes from a list.
    #[must_use]
    fn digests(self, list: &RequestList, rule: Rule) -> Self {
        let mut with = self;
        for (key, digest) in allocation::statement::digests(list, rule.order) {
            with = with.line(key, digest);
        }
        with.line("pins-digest", list.pins_digest())
    }

    /// That someone has in the end another number than was drawn for them.
    pub fn overridden(event: &Event, label: &Label, (drawn, now): (u32, u32), reason: &str) -> Self {
        Self::of(Kind::Override, event).about(label).line("drawn", drawn).line("now", now).line("reason", reason)
    }

    /// That someone has another number than they were told.
    pub fn number(event: &Event, label: &Label, (before, now): (u32, u32), why: &str) -> Self {
        Self::of(Kind::Number, event).about(label).line("before", before).line("now", now).line("reason", why)
    }
}

/// What will go into the draws of an event from outside.
fn announced(event: &Event, chain: &Chain) -> String {
    match event.randomness {
        RandomnessSource::Drand => format!("drand {} {}", chain.hash, event.named_round(chain)),
        RandomnessSource::Typed => format!("typed {}", event.public_input_name),
        RandomnessSource::None => randomness_name(&Randomness::Nothing),
    }
}

/// As statements write instants: UTC, with milliseconds.
fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}
