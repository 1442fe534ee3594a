package org.redress.sheets.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.access.Requires;
import org.redress.access.Role;
import org.redress.access.Viewer;
import org.redress.kernel.Ids;
import org.redress.kernel.Page;
import org.redress.kernel.Refusal;
import org.redress.kernel.Refused;
import org.redress.sheets.Download;
import org.redress.sheets.ImportError;
import org.redress.sheets.ImportKind;
import org.redress.sheets.ImportMapping;
import org.redress.sheets.ImportRun;
import org.redress.sheets.Imports;
import org.redress.sheets.SheetColumn;
import org.redress.sheets.SheetExport;
import org.redress.ui.Frame;
import org.redress.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

@Controller
@RequestMapping(ImportPages.PATH)
@Requires(Role.ADMIN)
class ImportPages {
    static final String PATH = "/admin/imports";

    private final Imports imports;
    private final List<SheetExport> exports;

    ImportPages(Imports imports, List<SheetExport> exports) {
        this.imports = imports;
        this.exports = exports;
    }

    @GetMapping
    ModelAndView list(Frame frame, Viewer viewer, @RequestParam(required = false) @Nullable String after) {
        return list(frame, viewer, after, ImportKind.ORDERS, "", List.of(), HttpStatus.OK);
    }

    private ModelAndView list(
            Frame frame,
            Viewer viewer,
            @Nullable String after,
            ImportKind kind,
            String mapping,
            List<String> faults,
            HttpStatus status) {
        var runs = imports.page(viewer.merchant(), after, Page.USUAL);
        return new ModelAndView(
                "sheets/imports",
                Map.of("page", new ImportsPage(frame, runs, imports.kinds(), exports, kind, mapping, faults)),
                status);
    }

    @PostMapping
    ModelAndView start(
            Frame frame,
            Viewer viewer,
            @RequestParam MultipartFile file,
            @RequestParam ImportKind kind,
            @RequestParam(defaultValue = "") String mapping)
            throws IOException {
        try (var content = file.getInputStream()) {
            var name = file.getOriginalFilename();
            var run = imports.start(
                    viewer.merchant(),
                    kind,
                    name == null ? "" : name,
                    ImportMapping.read(mapping),
                    viewer.actor(),
                    content);
            return new ModelAndView(seeOther(PATH + "/" + run.id()));
        } catch (Refused refused) {
            var faults = sentences(refused.refusal(), frame.words());
            return list(frame, viewer, null, kind, mapping, faults, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static List<String> sentences(Refusal refusal, Words words) {
        return refusal.faults().isEmpty()
                ? List.of(words.say(refusal.reason()))
                : refusal.faults().stream()
                        .map(fault -> words.say(fault.message()))
                        .toList();
    }

    private static RedirectView seeOther(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }

    /** The page asks for its own fragment every second while the run goes on; without scripts one reloads it. */
    @GetMapping("/{id}")
    ModelAndView run(Frame frame, Viewer viewer, @PathVariable String id) {
        var run = Ids.parse(id)
                .flatMap(known -> imports.find(viewer.merchant(), known))
                .orElseThrow(() -> new Refused(Refusal.absent()));
        var errors = run.state() == ImportRun.State.RUNNING
                ? List.<ImportError>of()
                : imports.errors(viewer.merchant(), run.id());
        return new ModelAndView(
                frame.partial() ? "sheets/_run" : "sheets/import", Map.of("page", new ImportPage(frame, run, errors)));
    }

    /** A file with our columns and an example; a workbook explains the columns on a second sheet. */
    @GetMapping("/templates/{kind}.{ending}")
    void template(@PathVariable String kind, @PathVariable String ending, Words words, HttpServletResponse response)
            throws IOException {
        var name = imports.kinds().stream()
                .filter(each -> name(each).equals(kind))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.absent()));
        var columns = imports.columns(name);
        var names = columns.stream().map(SheetColumn::name).toList();
        Download.send(response, kind, ending, words.say("sheets.kind", name), names, writer -> {
            writer.row(columns.stream().map(SheetColumn::example).toList());
            writer.sheet(words.say("sheets.template.columns"));
            writer.header(List.of(
                    words.say("sheets.template.column"),
                    words.say("sheets.template.needed"),
                    words.say("sheets.template.meaning"),
                    words.say("sheets.template.also")));
            for (var column : columns) {
                writer.row(List.of(
                        column.name(),
                        words.say(column.needed() ? "sheets.template.yes" : "sheets.template.no"),
                        words.say(column.meaning()),
                        String.join(", ", column.spellings())));
            }
        });
    }

    /** In an address. */
    static String name(ImportKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
