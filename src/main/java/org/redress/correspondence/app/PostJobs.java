package org.redress.correspondence.app;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Looks for new mail, where there is a mailbox. One server of ours at a time does. The mailroom is asked for when there is mail:
 * jobs are needed by those who make promises, and it does.
 */
@Configuration
@ConditionalOnProperty("redress.mail.imap.host")
class PostJobs {
    @Bean
    static RecurringTask<Void> collectMail(Mailbox mailbox, ObjectProvider<Mailroom> mailroom, Environment settings) {
        var pause = settings.getProperty("redress.mail.imap.poll", Duration.class, Duration.ofSeconds(10));
        return Tasks.recurring("correspondence-post", FixedDelay.of(pause))
                .execute((_, _) -> mailbox.collect(mail -> mailroom.getObject().take(mail)));
    }
}
