//! What a season remembers: worked out by hand.

use allocation::{Exact, MAX_EXACT, Past, Slips, Standing};

/// Twelve tickets, forty ask for sixty: short, and 300 thousandths of a ticket each.
const SHORT: Past = Past { tickets: 12, requesters: 40, first_choices: 60, smallest: 1, kept: 0 };

fn kept(kept: u32) -> Past {
    Past { kept, ..SHORT }
}

#[test]
fn asha_s_slips_double_with_every_loss_up_to_sixty_four() {
    let mut asha = Standing::default();
    assert_eq!((asha.slips(), asha.losses), (Slips::ONE, 0));
    for expected in [2, 4, 8, 16, 32, 64, 64, 64] {
        asha.add(&SHORT);
        assert_eq!(asha.slips().get(), expected);
    }
    assert_eq!((asha.losses, asha.counting), (8, 8));
    assert_eq!(Slips::after(u32::MAX).get(), 64);
}

#[test]
fn one_ticket_ends_bela_s_losses_and_the_next_loss_begins_anew() {
    let mut bela = Standing::after(&[SHORT, SHORT, SHORT]);
    assert_eq!(bela.slips().get(), 8);
    bela.add(&kept(1));
    assert_eq!((bela.losses, bela.slips()), (0, Slips::ONE));
    bela.add(&SHORT);
    assert_eq!(bela.slips().get(), 2);
}

#[test]
fn what_chen_is_behind_is_the_even_share_less_what_he_kept() {
    // 12 tickets among 40: 0.300 each.
    assert_eq!(SHORT.balance(), 300);
    assert_eq!(kept(2).balance(), -1_700);
    // 10 among 3: 3.333 and a third, cut down; also where more was kept than the share.
    let ten_among_three = Past { tickets: 10, requesters: 3, first_choices: 12, smallest: 2, kept: 0 };
    assert_eq!(ten_among_three.balance(), 3_333);
    assert_eq!(Past { kept: 4, ..ten_among_three }.balance(), -667);
    // 1 among 1,001: less than a thousandth.
    assert_eq!(Past { tickets: 1, requesters: 1_001, ..SHORT }.balance(), 0);
}

#[test]
fn a_season_adds_up_for_dina() {
    // 300 - 2,000, then 300, then 3,333 - 3,000.
    let last = Past { tickets: 10, requesters: 3, first_choices: 12, smallest: 3, kept: 3 };
    let dina = Standing::after(&[kept(2), SHORT, last]);
    assert_eq!(dina, Standing { counting: 3, losses: 0, balance: Exact::new(-1_067).unwrap() });
}

#[test]
fn what_emil_asks_for_does_not_move_his_balance() {
    let four_or_none = Past { smallest: 4, first_choices: 63, ..SHORT };
    assert_eq!(Standing::after(&[four_or_none]), Standing::after(&[SHORT]));
}

#[test]
fn an_event_with_enough_for_everyone_leaves_farah_where_she_was() {
    let enough = Past { first_choices: 12, ..SHORT };
    assert!(!enough.counts());
    assert!(Past { first_choices: 13, ..SHORT }.counts());
    assert_eq!(Standing::after(&[SHORT, enough, enough]), Standing::after(&[SHORT]));
    // Also where she got what she asked for: her losses go on.
    assert_eq!(Standing::after(&[SHORT, Past { kept: 2, ..enough }]).slips().get(), 2);
}

#[test]
fn asking_only_for_more_than_there_is_earns_goran_nothing() {
    let all_of_them = Past { smallest: 12, ..SHORT };
    assert!(all_of_them.counts());
    let one_more = Past { smallest: 13, ..SHORT };
    assert!(!one_more.counts());
    assert_eq!(Standing::after(&[one_more, one_more]), Standing::default());
}

#[test]
fn an_event_without_tickets_counts_for_nobody() {
    let none = Past { tickets: 0, ..SHORT };
    assert!(!none.counts());
    assert_eq!(Standing::after(&[none]), Standing::default());
}

#[test]
fn losses_count_backwards_from_the_latest_event_but_balances_do_not_care_when() {
    let (lost_last, won_last) = (Standing::after(&[kept(1), SHORT, SHORT]), Standing::after(&[SHORT, SHORT, kept(1)]));
    assert_eq!((lost_last.slips().get(), won_last.slips().get()), (4, 1));
    assert_eq!(lost_last.balance, won_last.balance);
    assert_eq!(lost_last.balance.get(), -100);
}

/// A billion tickets for one person, again and again: the sum stops where every program still holds it exactly.
#[test]
fn a_balance_never_leaves_the_numbers_a_record_can_hold() {
    let rich = Past { tickets: 1_000_000_000, requesters: 1, first_choices: u64::MAX, smallest: 1, kept: 0 };
    let standing = Standing::after(std::iter::repeat_n(&rich, 10_000));
    assert_eq!(standing.balance.get(), MAX_EXACT);
}
