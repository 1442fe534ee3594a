package org.redress.ui.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.redress.ui.Answers;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/**
 * Requests that Tomcat refuses before any application is found, such as one whose address cannot be decoded: a program
 * gets its problem as JSON there too. A person gets Tomcat's bare page, without a version.
 */
@Component
class UndecodedRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final Answers answers;

    UndecodedRequests(Answers answers) {
        this.answers = answers;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(this::replace);
    }

    private void replace(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            var pipeline = host.getPipeline();
            for (var valve : pipeline.getValves()) {
                if (valve instanceof ErrorReportValve) {
                    pipeline.removeValve(valve);
                }
            }
            host.setErrorReportValveClass("");
            pipeline.addValve(new Reports(answers));
        }
    }

    private static final class Reports extends ErrorReportValve {
        private final Answers answers;

        Reports(Answers answers) {
            this.answers = answers;
            setShowReport(false);
            setShowServerInfo(false);
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            var status = response.getStatus();
            var told = status < 400 || response.getContentWritten() > 0 || !Answers.isProgram(request);
            if (told || !response.setErrorReported()) {
                super.report(request, response, thrown);
                return;
            }
            try {
                answers.say(Diagnosis.of(HttpStatusCode.valueOf(status)), request, response);
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
