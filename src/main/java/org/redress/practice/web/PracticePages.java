package org.redress.practice.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.evidence.PictureSize;
import org.redress.kernel.Ids;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.practice.Fact;
import org.redress.practice.Plays;
import org.redress.rehearsal.Lesson;
import org.redress.ui.Flash;
import org.redress.ui.Frame;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Practice: the cases, and one of them as it is played. */
@Controller
@Requires({Role.AGENT, Role.SUPERVISOR})
class PracticePages {
    static final String PATH = "/desk/practice";
    private static final int OWN = 50;
    private static final int ALL = 100;

    private final Plays plays;

    PracticePages(Plays plays) {
        this.plays = plays;
    }

    @GetMapping(PATH)
    ModelAndView list(Frame frame, Viewer viewer) {
        boolean maySeeAll = viewer.has(Role.SUPERVISOR);
        var page = new PracticePage(
                frame, plays.own(viewer, OWN), maySeeAll ? plays.all(viewer, ALL) : List.of(), maySeeAll);
        return new ModelAndView("practice/list", Map.of("page", page));
    }

    @PostMapping(PATH)
    RedirectView start(@RequestParam String lesson, Frame frame, Viewer viewer) {
        var play =
                plays.start(viewer, one(Lesson.values(), lesson), frame.words().locale());
        return to(PATH + "/" + play.id());
    }

    @GetMapping(PATH + "/{play}")
    ModelAndView play(@PathVariable String play, Frame frame, Viewer viewer) {
        var scene = plays.scene(viewer, id(play)).orElseThrow(() -> new Refused(Refusal.absent()));
        return new ModelAndView("practice/play", Map.of("page", new PlayPage(frame, scene)));
    }

    @PostMapping(PATH + "/{play}/facts")
    RedirectView look(
            @PathVariable String play,
            @RequestParam String fact,
            @RequestParam(defaultValue = "") String seen,
            Viewer viewer,
            RedirectAttributes redirect) {
        var wanted = one(Fact.values(), fact);
        return act(play, "#fact-" + wanted, redirect, () -> plays.look(viewer, id(play), wanted, number(seen)));
    }

    @PostMapping(PATH + "/{play}/messages")
    RedirectView write(
            @PathVariable String play,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String seen,
            Viewer viewer,
            RedirectAttributes redirect) {
        return act(play, "#latest", redirect, () -> plays.write(viewer, id(play), text, number(seen)));
    }

    @PostMapping(PATH + "/{play}/questions")
    RedirectView ask(
            @PathVariable String play,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String seen,
            Viewer viewer,
            RedirectAttributes redirect) {
        return act(play, "#latest", redirect, () -> plays.ask(viewer, id(play), text, number(seen)));
    }

    @PostMapping(PATH + "/{play}/offers")
    RedirectView offer(
            @PathVariable String play,
            @RequestParam(defaultValue = "") String option,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String seen,
            Viewer viewer,
            RedirectAttributes redirect) {
        return act(play, "", redirect, () -> plays.offer(viewer, id(play), option, text, number(seen)));
    }

    @PostMapping(PATH + "/{play}/refusals")
    RedirectView refuse(
            @PathVariable String play,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String seen,
            Viewer viewer,
            RedirectAttributes redirect) {
        return act(play, "", redirect, () -> plays.refuse(viewer, id(play), text, number(seen)));
    }

    @PostMapping(PATH + "/{play}/end")
    RedirectView end(
            @PathVariable String play,
            @RequestParam(defaultValue = "") String seen,
            Viewer viewer,
            RedirectAttributes redirect) {
        return act(play, "", redirect, () -> plays.end(viewer, id(play), number(seen)));
    }

    @GetMapping(PATH + "/{play}/photos/{file}/{size}")
    ResponseEntity<byte[]> photo(
            @PathVariable String play, @PathVariable String file, @PathVariable String size, Viewer viewer) {
        var wanted = one(PictureSize.values(), size.toUpperCase(Locale.ROOT));
        try (var picture = plays.picture(viewer, id(play), id(file), wanted).orElse(null)) {
            if (picture == null) {
                throw new Refused(Refusal.absent());
            }
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                    .contentType(MediaType.IMAGE_JPEG)
                    .body(picture.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RedirectView act(String play, String place, RedirectAttributes redirect, Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            var no = refused.refusal();
            if (no.kind() == Refusal.Kind.ABSENT) {
                throw refused;
            }
            Flash.refusedAsTyped(
                    redirect,
                    no.faults().isEmpty() ? no.reason() : no.faults().getFirst().message());
            return to(PATH + "/" + id(play));
        }
        return to(PATH + "/" + id(play) + place);
    }

    /** Null where the form does not say. */
    private static @Nullable Integer number(String seen) {
        return seen.matches("[0-9]{1,6}") ? Integer.valueOf(seen) : null;
    }

    private static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static <E extends Enum<E>> E one(E[] all, String name) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.absent()));
    }

    private static RedirectView to(String path) {
        var to = new RedirectView(path, true, false);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        to.setExposeModelAttributes(false);
        return to;
    }
}
