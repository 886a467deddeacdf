use ::allocation::Rule;
use ticket_pool::{
    domain::draw::{DrawForm, rule_key},
    error::Refusal,
    server::services::draw,
};
use tokio::task::JoinSet;

use crate::harness::refusal;

both! {
    async fn of_sixty_four_attempts_to_draw_one_is_draw_number_1(town: Town) {
        let number = town.closed_match().await;
        let version = town.event(number).await.board_version.to_string();
        let mut all = JoinSet::new();
        for _ in 0..64 {
            let (town, version) = (town.clone(), version.clone());
            all.spawn(async move {
                let reason = "Pressed at once".to_owned();
                let form = DrawForm { version, rule: rule_key(Rule::LOTTERY), reason, ..DrawForm::default() };
                draw::make(&town.site, &town.otto, number, &form).await
            });
        }
        let (won, lost): (Vec<_>, Vec<_>) = all.join_all().await.into_iter().partition(Result::is_ok);
        assert_eq!((won.into_iter().map(|won| won.unwrap().number()).collect::<Vec<_>>(), lost.len()), (vec![1], 63));
        for one in lost {
            assert_eq!(refusal(one), Refusal::Conflict { changes: Vec::new() });
        }
        assert_eq!(town.count("draws", "number = 1").await, 1);
        assert_eq!(town.count("draws", "1 = 1").await, 1);
    }
}
