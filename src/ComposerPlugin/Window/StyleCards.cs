using System.Text.Json.Nodes;
using ComposerPlugin.Editor;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using static System.FormattableString;

namespace ComposerPlugin;

/// <summary>[main] What a style's file says about it, for reading.</summary>
internal static class StyleCards
{
    /// <summary>Reads the card of a style's folder. A style that cannot be read has a card that says why.</summary>
    public static StyleCard Read(string name, string folder)
    {
        try
        {
            var style = StyleFile.Read(folder);
            return new(
                style.Name, style.Description ?? "", Model(style.Type), style.Author ?? "",
                style.Licence ?? StyleSources.Read(folder), [.. Figures(style)]);
        }
        catch (StyleException exception)
        {
            return new(name, exception.Message, "", "", "", []);
        }
    }

    private static string Model(string type) => type switch
    {
        "lstm" or "gru" => $"Recurrent network ({type.ToUpperInvariant()})",
        "vae" => "Variational autoencoder (VAE)",
        "gan" => "Adversarial network (GAN)",
        "transformer" => "Transformer",
        "ensemble" => "Two or more networks",
        _ => type,
    };

    private static IEnumerable<(string Name, string Value)> Figures(StyleFile style)
    {
        if (style.Training is { } training)
            yield return ("Trained on", Invariant($"{training.Pieces:#,0} pieces, {training.Notes:#,0} notes"));
        if (style.Meters is { Count: > 0 } meters)
            yield return ("Meters", string.Join(", ", meters));
        yield return ("Range", $"{NameOf(style.PitchRange.Lowest)} to {NameOf(style.PitchRange.Highest)}");
        if (Number(style.Evaluation, "bits_per_note") is { } bits)
            yield return ("Surprise", Invariant($"{bits:0.00} bits a note, on tunes new to it"));
        if (Number(style.Evaluation, "accuracy_pitch") is { } pitch)
            yield return ("Pitch accuracy", Invariant($"{pitch * 100:0} % of notes predicted"));
        if (Number(style.Evaluation, "step_ms_p50") is { } time)
            yield return ("Time for a note", Invariant($"{time:0.00} ms, where it was measured"));
    }

    private static string NameOf(int pitch) => new Pitch((byte)pitch).ToString();

    private static double? Number(JsonObject? evaluation, string name) =>
        evaluation?[name] is JsonValue value && value.TryGetValue(out double number) && double.IsFinite(number) ? number : null;
}
