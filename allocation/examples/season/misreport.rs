//! What it earns to say something else than what one wants.
//!
//! Two people of the 40 misreport all season, everyone else is honest. The same season is played with these two honest,
//! and the tables say by how much they do better. A ticket counts when it is of use: of what they get, the largest amount
//! that they want, at events that they want.

use allocation::Rule;

use crate::{
    figures::Ratio,
    head,
    model::{Event, FEW_TICKETS, KINDS, Season, TICKETS, World, tiers},
    play::{Ask, Played, play},
    row,
};

/// How many misreport: persons 0 and 1. Kinds and labels are made up, so any two are as good.
const MISREPORTING: usize = 2;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Misreport {
    /// Says only the largest amount.
    Hides,
    /// Says twice the largest amount as well.
    ClaimsDouble,
    /// Says 1 as well.
    ClaimsOne,
    /// At small events always asks for one more than there is, and only for that.
    ImpossibleWhenFew,
    /// At events they do not want, asks for one more than there is.
    ImpossibleUnwanted,
    /// At events they do not want, asks for all there is.
    EverythingUnwanted,
    /// At events they do not want, asks as always, and returns what comes.
    GivesBack,
}

impl Misreport {
    const ALL: [Self; 7] = [
        Self::Hides,
        Self::ClaimsDouble,
        Self::ClaimsOne,
        Self::ImpossibleWhenFew,
        Self::ImpossibleUnwanted,
        Self::EverythingUnwanted,
        Self::GivesBack,
    ];

    fn world(self) -> World {
        if self == Self::ImpossibleWhenFew { World::SmallEvents } else { World::Even }
    }

    fn ask(self, season: &Season, event: &Event, person: usize) -> Option<Ask> {
        let wants = &season.people[person].wants;
        let amounts = wants.amounts();
        let wanted = event.visits[person].wanted;
        let one = |amount| Some(Ask::meaning(tiers(&[amount])));
        let says = match self {
            Self::Hides => tiers(&amounts[..1]),
            Self::ClaimsDouble => tiers(&[&[2 * amounts[0]], amounts].concat()),
            Self::ClaimsOne if !wants.accepts(1) => tiers(&[amounts, &[1]].concat()),
            Self::ImpossibleWhenFew if event.tickets == FEW_TICKETS => return one(event.tickets + 1),
            Self::ImpossibleUnwanted if !wanted => return one(event.tickets + 1),
            Self::EverythingUnwanted if !wanted => return one(event.tickets),
            Self::GivesBack if !wanted => return Some(Ask { tiers: wants.clone(), gives_back: true }),
            _ => wants.clone(),
        };
        wanted.then(|| Ask::meaning(says))
    }
}

/// What those who misreport get of use, of what they get when they are honest: by kind of request.
#[derive(Clone, Copy, Default)]
struct Gains([Ratio; KINDS.len()]);

impl Gains {
    fn of_anybody(&self) -> String {
        self.of(|_| true)
    }

    /// Of those whose kind of request holds these amounts.
    fn of(&self, concerned: impl Fn(&[u32]) -> bool) -> String {
        let ratios = self.0.iter().zip(KINDS).filter(|(_, (amounts, _))| concerned(amounts));
        ratios.fold(Ratio::default(), |sum, (&ratio, _)| sum.and(ratio)).gain()
    }
}

/// Plays every pair with every misreport and prints the tables.
pub fn print(seasons: u32) {
    let rules: Vec<Rule> = Rule::all().collect();
    let gains = measure(&rules, seasons);
    let table = |title: &str, columns: &[String], cells: &dyn Fn(&[Gains; 7]) -> Vec<String>| {
        head(title, &[&["order + fill".to_string()], columns].concat());
        for (rule, gains) in rules.iter().zip(&gains) {
            row(&[vec![rule.to_string()], cells(gains)].concat());
        }
    };

    let columns = ["hides, anyone", "hides, those who can", "claims double", "claims 1 would do, those who can"]
        .map(str::to_string);
    table("What misreporting the amounts earns, in percent", &columns, &|[hides, double, one, ..]| {
        let can_hide = hides.of(|amounts| amounts.len() > 1);
        let can_claim = one.of(|amounts| !amounts.contains(&1));
        vec![hides.of_anybody(), can_hide, double.of_anybody(), can_claim]
    });

    let with_more = KINDS.map(|(amounts, _)| amounts).into_iter().filter(|amounts| amounts.len() > 1);
    let with_more: Vec<&[u32]> = with_more.collect();
    let columns: Vec<String> = with_more.iter().map(|amounts| format!("`{amounts:?}`")).collect();
    table("What hiding earns, by kind of request, in percent", &columns, &|[hides, ..]| {
        with_more.iter().map(|&kind| hides.of(|amounts| amounts == kind)).collect()
    });

    let columns = [
        format!("{}, when there are {FEW_TICKETS}", FEW_TICKETS + 1),
        format!("{}, unwanted", TICKETS + 1),
        format!("{TICKETS}, unwanted"),
        "gives back".to_string(),
    ];
    table("What requesting unwanted tickets earns, in percent", &columns, &|[.., few, impossible, all, back]| {
        [few, impossible, all, back].map(Gains::of_anybody).to_vec()
    });
}

/// By rule, then in the order of [`Misreport::ALL`].
fn measure(rules: &[Rule], seasons: u32) -> Vec<[Gains; 7]> {
    let mut gains = vec![<[Gains; 7]>::default(); rules.len()];
    for number in 0..seasons {
        for world in [World::Even, World::SmallEvents] {
            let season = Season::new(world, number);
            for (&rule, gains) in rules.iter().zip(&mut gains) {
                let honest = play(&season, rule, |event, person| season.honest(event, person));
                for (misreport, gains) in Misreport::ALL.into_iter().zip(gains) {
                    if misreport.world() == world {
                        gains.add(&season, &honest, &play_with(misreport, &season, rule));
                    }
                }
            }
        }
    }
    gains
}

fn play_with(misreport: Misreport, season: &Season, rule: Rule) -> Vec<Played> {
    play(season, rule, |event, person| {
        if person < MISREPORTING { misreport.ask(season, event, person) } else { season.honest(event, person) }
    })
}

impl Gains {
    fn add(&mut self, season: &Season, honest: &[Played], otherwise: &[Played]) {
        for person in 0..MISREPORTING {
            let ratio = &mut self.0[season.people[person].kind];
            ratio.add(of_use(season, otherwise, person), of_use(season, honest, person));
        }
    }
}

/// Tickets of a season that a person has a use for.
fn of_use(season: &Season, played: &[Played], person: usize) -> u32 {
    let wants = season.people[person].wants.amounts();
    let wanted = season.events.iter().zip(played).filter(|(event, _)| event.visits[person].wanted);
    let kept = wanted.filter_map(|(_, played)| played.kept[person]);
    kept.map(|kept| wants.iter().copied().find(|&amount| amount <= kept).unwrap_or(0)).sum()
}
