package org.redress.correspondence.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.correspondence.MessageTemplates;
import org.redress.kernel.Ids;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.ui.Frame;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** A message begun from a template: the script asks for its text, a browser without one is led to the composer. */
@Controller
@Requires(Role.AGENT)
class TemplateDrafts {
    private final MessageTemplates templates;

    TemplateDrafts(MessageTemplates templates) {
        this.templates = templates;
    }

    /**
     * @param text plain
     * @param missing what is not known, in the reader’s language
     */
    record Begun(String text, List<String> missing) {}

    @GetMapping("/desk/claims/{id}/messages/draft")
    ResponseEntity<Begun> draft(
            Frame frame,
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String template,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
        var claim = Ids.parse(id).orElseThrow(() -> new Refused(Refusal.absent()));
        if (!accept.contains(MediaType.APPLICATION_JSON_VALUE)) {
            var page = UriComponentsBuilder.fromPath(DeskMessages.page(claim));
            if (!template.isBlank()) {
                page.queryParam("template", "{template}");
            }
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(page.fragment(MessagesPanel.ID)
                            .encode(StandardCharsets.UTF_8)
                            .buildAndExpand(template)
                            .toUriString()))
                    .build();
        }
        var drafted = templates.draft(viewer, claim, template);
        var missing = drafted.missing().stream().map(frame.words()::say).toList();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new Begun(drafted.text(), missing));
    }
}
