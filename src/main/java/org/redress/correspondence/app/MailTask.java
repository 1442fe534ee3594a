package org.redress.correspondence.app;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;
import org.redress.kernel.MerchantId;

/** Whose mail a job sends; as text the name of that job. */
record MailTask(MerchantId merchant, UUID mail) {
    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("correspondence-mail");

    static MailTask of(String name) {
        int slash = name.indexOf('/');
        return new MailTask(MerchantId.of(name.substring(0, slash)), UUID.fromString(name.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return merchant + "/" + mail;
    }
}
