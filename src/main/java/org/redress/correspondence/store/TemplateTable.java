package org.redress.correspondence.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.redress.correspondence.TemplateVersion;
import org.redress.database.Json;
import org.redress.kernel.Actor;
import org.redress.kernel.MerchantId;
import org.redress.manners.Draft;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a shop wrote of its templates. Rows are added and never changed. */
@Repository
public class TemplateTable {
    private static final int MOST_VERSIONS = 200;

    private final JdbcClient jdbc;
    private final Json json;

    TemplateTable(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds a version; false where there is one of this number already. */
    public boolean insert(MerchantId merchant, TemplateVersion version) {
        return jdbc.sql("""
                        INSERT INTO correspondence.template_version
                               (merchant_id, template, language, version, name, purpose, body, author, at, in_force, retired)
                        VALUES (:merchant, :template, :language, :version, :name, :purpose, :body, :author::jsonb, :at,
                                :inForce, :retired)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("merchant", merchant.value())
                        .param("template", version.template())
                        .param("language", version.language().toLanguageTag())
                        .param("version", version.number())
                        .param("name", version.name())
                        .param("purpose", version.purpose().name())
                        .param("body", version.body())
                        .param("author", json.write(version.author()))
                        .param("at", version.at() == null ? null : Timestamp.from(version.at()))
                        .param("inForce", Timestamp.from(version.inForce()))
                        .param("retired", version.retired())
                        .update()
                == 1;
    }

    /** Of every template and language the last version, and the last that is in force where that is another. */
    public List<TemplateVersion> standing(MerchantId merchant, Instant now) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (template, language, stands) *
                          FROM (SELECT template, language, version, name, purpose, body, author, at, in_force, retired,
                                       in_force <= :now AS stands
                                  FROM correspondence.template_version
                                 WHERE merchant_id = :merchant) AS written
                         ORDER BY template, language, stands, version DESC
                        """)
                .param("merchant", merchant.value())
                .param("now", Timestamp.from(now))
                .query((row, _) -> version(row))
                .list();
    }

    /** What agents get of a template now, without its text; of a retired one that it is. */
    public record Named(String template, String name, Draft.Purpose purpose, boolean retired) {}

    /** Of every template in this language the version that is in force. */
    public List<Named> names(MerchantId merchant, Locale language, Instant now) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (template) template, name, purpose, retired
                          FROM correspondence.template_version
                         WHERE merchant_id = ? AND language = ? AND in_force <= ?
                         ORDER BY template, version DESC
                        """)
                .params(merchant.value(), language.toLanguageTag(), Timestamp.from(now))
                .query((row, _) -> new Named(
                        row.getString("template"),
                        row.getString("name"),
                        Draft.Purpose.valueOf(row.getString("purpose")),
                        row.getBoolean("retired")))
                .list();
    }

    /** The version that is in force. */
    public Optional<TemplateVersion> inForce(MerchantId merchant, String template, Locale language, Instant now) {
        return jdbc.sql("""
                        SELECT template, language, version, name, purpose, body, author, at, in_force, retired
                          FROM correspondence.template_version
                         WHERE merchant_id = ? AND template = ? AND language = ? AND in_force <= ?
                         ORDER BY version DESC
                         LIMIT 1
                        """)
                .params(merchant.value(), template, language.toLanguageTag(), Timestamp.from(now))
                .query((row, _) -> version(row))
                .optional();
    }

    /** The newest first. */
    public List<TemplateVersion> versions(MerchantId merchant, String template, Locale language) {
        return jdbc.sql("""
                        SELECT template, language, version, name, purpose, body, author, at, in_force, retired
                          FROM correspondence.template_version
                         WHERE merchant_id = ? AND template = ? AND language = ?
                         ORDER BY version DESC
                         LIMIT ?
                        """)
                .params(merchant.value(), template, language.toLanguageTag(), MOST_VERSIONS)
                .query((row, _) -> version(row))
                .list();
    }

    private TemplateVersion version(ResultSet row) throws SQLException {
        return new TemplateVersion(
                row.getString("template"),
                Locale.forLanguageTag(row.getString("language")),
                row.getInt("version"),
                row.getString("name"),
                Draft.Purpose.valueOf(row.getString("purpose")),
                row.getString("body"),
                json.read(row.getString("author"), Actor.class),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("in_force").toInstant(),
                row.getBoolean("retired"));
    }
}
