using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Report;

/// <summary>The section of the report about form: what returns in longer continuations.</summary>
internal static class FormSection
{
    private const int Letters = 20;

    /// <summary>The section as HTML; empty without takes.</summary>
    public static string Html(JsonObject metrics, ContinuationScore score)
    {
        if (score.FormTakes.Count == 0)
            return "";
        var html = new StringBuilder($"<h2>Form</h2>\n<p>Continuations of up to {Excerpt.FormBars} bars. ");
        html.Append("In brackets: the 95 % interval of a mean over the tunes; of semitones, the range of 95 % of the answers.</p>\n");
        Row(html.Append("<table class=\"form\">\n"), "th", "", FormTable.Columns);
        foreach (var (title, cells) in FormTable.Rows(metrics))
            Row(html, "td", title, cells);
        html.Append("</table>\n<div class=\"charts\">\n");
        string[] labels = [.. Enumerable.Range(0, LagCounts.Classes).Select(lag => lag == FormLetters.New ? "new" : $"{lag}")];
        html.Append(BarChart.Draw("how many bars before it the bar stands to which a bar refers", labels,
            ("style", score.Form.Lags.Style.Shares), ("tunes", score.Form.Lags.Human.Shares)));
        html.Append("</div>\n<p>One letter for each bar of prompt and continuation. Equal bars have equal letters; a bar that shares ");
        html.Append("half of its notes with an earlier one has that letter with a prime. In a bar with - no note begins.</p>\n");
        Row(html.Append("<table class=\"form\">\n"), "th", "", FormTable.Columns);
        int shown = Math.Min(Letters, score.FormTakes.Count);
        for (int i = 0; i < shown; i++)
        {
            var take = score.FormTakes[(int)((long)i * score.FormTakes.Count / shown)];
            string name = Path.GetFileNameWithoutExtension(take.Excerpt.Tune.Name);
            Row(html, "td class=\"letters\"", name,
                [.. ((Phrase[])[take.Generated, take.Human, take.Ngram, take.PhraseAgain]).Select(phrase => LettersOf(take, phrase))]);
        }
        return html.Append("</table>\n").ToString();
    }

    private static string LettersOf(ContinuedExcerpt take, Phrase continuation) =>
        new FormLetters(BarReturns.All(take.Excerpt, continuation)).ToString();

    private static void Row(StringBuilder html, string cell, string title, IReadOnlyList<string> cells)
    {
        html.Append($"<tr><td>{WebUtility.HtmlEncode(title)}</td>");
        foreach (string text in cells)
            html.Append($"<{cell}>{WebUtility.HtmlEncode(text)}</{cell.Split(' ')[0]}>");
        html.Append("</tr>\n");
    }
}
