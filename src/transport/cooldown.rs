//! How much one user asks, and how much is asked in one channel, so that nobody wears the bot out for the others.
//!
//! Owns the counting, which is in memory alone and forgotten as soon as it no longer matters. How much is allowed stands in
//! the settings; what is said of it, in the words of each language.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use crate::config::{Allowance, Cooldown};
use crate::message::{Message, Words};

/// So many users, and so many channels, are counted at once. While more of them ask within the time of one allowance,
/// nothing is counted: there are other limits to that, and memory stays bounded.
const MOST_COUNTED: usize = 10_000;

/// Longer waits are told in minutes.
const LONGEST_IN_SECONDS: u64 = 120;

/// Counts what is asked.
pub(super) struct Cooldowns<C: Clock = DefaultClock> {
    users: Counter<C>,
    channels: Counter<C>,
    clock: C,
}

type Counter<C> = RateLimiter<u64, HashMapStateStore<u64>, C, NoOpMiddleware<<C as Clock>::Instant>>;

impl Cooldowns {
    pub(super) fn new(allowed: Cooldown) -> Self {
        Self::with_clock(allowed, DefaultClock::default())
    }
}

impl<C: Clock + Clone> Cooldowns<C> {
    fn with_clock(allowed: Cooldown, clock: C) -> Self {
        let counter = |allowance| RateLimiter::hashmap_with_clock(quota(allowance), clock.clone());
        Self { users: counter(allowed.user), channels: counter(allowed.channel), clock }
    }

    /// Counts one request; what to say where it is one too many. What is refused to a user does not count for the channel.
    pub(super) fn refuse(&self, user: u64, channel: u64) -> Option<Message> {
        let user = self.count(&self.users, user).map(|wait| Message::CooldownUser { wait });
        user.or_else(|| self.count(&self.channels, channel).map(|wait| Message::CooldownChannel { wait }))
    }

    /// Counts one request; how long to wait where it is one too many.
    fn count(&self, counter: &Counter<C>, key: u64) -> Option<Words> {
        if counter.len() >= MOST_COUNTED {
            counter.retain_recent();
            if counter.len() >= MOST_COUNTED {
                return None;
            }
        }
        let refused = counter.check_key(&key).err()?;
        Some(told(refused.wait_time_from(self.clock.now())).into())
    }
}

/// As many at once as are allowed, and each of them again after its share of the time.
fn quota(Allowance { requests, seconds }: Allowance) -> Quota {
    let share = Duration::from_secs(u64::from(seconds.get())) / requests.get();
    // A share of nothing would be an allowance without end.
    let quota = Quota::with_period(share.max(Duration::from_nanos(1)));
    quota.unwrap_or(Quota::per_second(NonZeroU32::MAX)).allow_burst(requests)
}

/// A wait in whole seconds or minutes, after which the next request is surely taken.
fn told(wait: Duration) -> Message {
    let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    let count = |number: u64| Words::Count(usize::try_from(number).unwrap_or(usize::MAX));
    if seconds <= LONGEST_IN_SECONDS {
        Message::SecondCount { count: count(seconds.max(1)) }
    } else {
        Message::MinuteCount { count: count(seconds.div_ceil(60)) }
    }
}

#[cfg(test)]
mod tests {
    use governor::clock::FakeRelativeClock;

    use super::*;

    fn allowance(requests: u32, seconds: u16) -> Allowance {
        Allowance { requests: requests.try_into().unwrap(), seconds: seconds.try_into().unwrap() }
    }

    fn counting(user: Allowance, channel: Allowance) -> (Cooldowns<FakeRelativeClock>, FakeRelativeClock) {
        let clock = FakeRelativeClock::default();
        (Cooldowns::with_clock(Cooldown { user, channel }, clock.clone()), clock)
    }

    fn seconds(count: usize) -> Words {
        Message::SecondCount { count: count.into() }.into()
    }

    #[test]
    fn who_asks_too_much_is_told_how_long_to_wait_and_then_goes_on() {
        let (cooldowns, clock) = counting(allowance(3, 30), allowance(1000, 1));
        assert!((0..3).all(|_| cooldowns.refuse(1, 1).is_none()));
        assert_eq!(cooldowns.refuse(1, 2), Some(Message::CooldownUser { wait: seconds(10) }));
        assert_eq!(cooldowns.refuse(2, 1), None, "another user goes on");
        clock.advance(Duration::from_millis(9_100));
        assert_eq!(cooldowns.refuse(1, 1), Some(Message::CooldownUser { wait: seconds(1) }));
        clock.advance(Duration::from_secs(1));
        assert_eq!(cooldowns.refuse(1, 1), None);
        assert!(cooldowns.refuse(1, 1).is_some());
    }

    #[test]
    fn a_channel_in_which_too_much_is_asked_waits_whoever_asks() {
        let (cooldowns, _) = counting(allowance(2, 60), allowance(3, 3600));
        assert!((1..4).all(|user| cooldowns.refuse(user, 7).is_none()));
        let wait = Words::from(Message::MinuteCount { count: 20.into() });
        assert_eq!(cooldowns.refuse(4, 7), Some(Message::CooldownChannel { wait }));
        assert_eq!(cooldowns.refuse(4, 8), None, "another channel goes on");
    }

    #[test]
    fn what_no_longer_matters_is_forgotten_and_never_more_is_kept_than_there_is_room_for() {
        let (cooldowns, clock) = counting(allowance(2, 60), allowance(2, 60));
        let crowd = u64::try_from(MOST_COUNTED).unwrap();
        assert!((0..2 * crowd).all(|user| cooldowns.refuse(user, user).is_none()));
        assert_eq!((cooldowns.users.len(), cooldowns.channels.len()), (MOST_COUNTED, MOST_COUNTED));
        clock.advance(Duration::from_secs(120));
        assert!(cooldowns.refuse(1, 1).is_none());
        assert_eq!(cooldowns.users.len(), 1);
    }

    #[test]
    fn any_allowance_that_can_be_set_can_be_counted() {
        for (requests, seconds) in [(1, 1), (u32::MAX, 1), (1, u16::MAX), (u32::MAX, u16::MAX)] {
            let (cooldowns, _) = counting(allowance(requests, seconds), allowance(requests, seconds));
            assert_eq!(cooldowns.refuse(1, 1), None);
            assert_eq!(cooldowns.refuse(1, 1).is_some(), requests == 1, "{requests} in {seconds} s");
        }
    }
}
