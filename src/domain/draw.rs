//! What an organizer says about a draw before its code is revealed.

use allocation::{Fill, MAX_PUBLIC_INPUT, Order, PublicInput, PublicInputError, Rule, statement::rule_name};
use serde::{Deserialize, Serialize};

use super::{
    person::choice,
    typed::{FieldError, Fields, Problem, optional_line, plain_line},
};

/// The longest name of what the public adds, in characters.
pub const MAX_INPUT_NAME: usize = 200;
/// The longest reason for a further draw, in characters.
pub const MAX_DRAW_REASON: usize = 500;

/// What goes into an event's draws from outside, so that nobody could have computed them before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RandomnessSource {
    /// A round of the public beacon drand, named before it comes.
    Drand,
    /// A fact that is typed in.
    Typed,
    /// Nothing: whoever holds the secret could have known.
    None,
}

impl RandomnessSource {
    /// All sources, the strongest first.
    pub const ALL: [Self; 3] = [Self::Drand, Self::Typed, Self::None];

    /// The word used in forms, in the database, and in draw files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Drand => "drand",
            Self::Typed => "typed",
            Self::None => "none",
        }
    }

    /// Reads [`RandomnessSource::as_str`] back.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        choice(raw, &Self::ALL, Self::as_str)
    }
}

/// What is typed before a draw.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DrawForm {
    /// The board's version the page was made from.
    pub version: String,
    /// [`rule_key`] of the chosen rule.
    pub rule: String,
    /// What the public added, where something was named before the close.
    pub public_input: String,
    /// Why there is a further draw; not needed for the first.
    pub reason: String,
}

/// A round of the beacon that an organizer looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoundForm {
    /// The round's signature, or everything that a host of the beacon answers for the round.
    pub signature: String,
}

/// A choice that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawChoice {
    pub rule: Rule,
    pub public_input: PublicInput,
    pub reason: String,
}

/// A rule as forms name it, and statements too: `balance.turns`.
pub fn rule_key(rule: Rule) -> String {
    rule_name(rule)
}

impl DrawForm {
    /// Reads every field. Whether an input or a reason is needed is for the service to see.
    pub fn parse(&self) -> Result<DrawChoice, Vec<FieldError>> {
        let mut fields = Fields::default();
        let rule = fields.take("rule", rule(&self.rule));
        let public_input = plain_line(&self.public_input, MAX_PUBLIC_INPUT).and_then(|text| {
            PublicInput::parse(&text).map_err(|error| match error {
                PublicInputError::TooLong(seen) => Problem::TooLong { max: MAX_PUBLIC_INPUT, seen },
                PublicInputError::Control(_) => Problem::ControlCharacter,
            })
        });
        let public_input = fields.take("public_input", public_input);
        let reason = fields.take("reason", optional_line(&self.reason, MAX_DRAW_REASON));
        let choice = (|| Some(DrawChoice { rule: rule?, public_input: public_input?, reason: reason? }))();
        fields.finish(choice)
    }
}

/// Reads [`rule_key`] back.
pub fn rule_of_key(key: &str) -> Option<Rule> {
    let (order, fill) = key.split_once('.')?;
    Some(Rule { order: Order::parse(order)?, fill: Fill::parse(fill)? })
}

fn rule(raw: &str) -> Result<Rule, Problem> {
    if raw.trim().is_empty() {
        return Err(Problem::Missing);
    }
    rule_of_key(raw.trim()).ok_or_else(|| Problem::NotAChoice {
        seen: raw.chars().take(40).collect(),
        accepted: Rule::NAMED.map(rule_key).join(", "),
    })
}
