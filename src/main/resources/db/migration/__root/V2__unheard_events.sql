-- Events that were kept for listeners which no longer hear them would be brought at every start and never be done.
UPDATE event_publication
   SET completion_date = now(), status = 'COMPLETED'
 WHERE completion_date IS NULL
   AND ((event_type LIKE '%.ClaimMoved'
         AND ((listener_id LIKE '%.AgreementListener.%' AND serialized_event !~ '"(RemedyAgreed|ExecutionStopped)"')
           OR (listener_id LIKE '%.OutreachListener.%' AND serialized_event !~ '"ClaimRegistered"')
           OR (listener_id LIKE '%.InstantLaneListener.%' AND serialized_event !~ '"(ClaimRegistered|VerdictReached)"')
           OR (listener_id LIKE '%.RecordsListener.%' AND serialized_event !~ '"CauseConcluded"')
           OR (listener_id LIKE '%.FactListener.%'
               AND serialized_event !~ '"(ClaimRegistered|EvidenceAdded|VerdictReached|CauseRecorded)"')))
     OR (event_type LIKE '%.EvidenceRead' AND serialized_event ~ '"claim" *: *null')
     OR (event_type LIKE '%.InvestigationConcluded' AND serialized_event ~ '"counterpart" *: *null'));
