using ComposerPlugin.Music;

namespace ComposerPlugin.Styles;

/// <summary>
/// The names of the inputs and outputs of a style's graphs. They are part of the style format and never change. In the shapes, b is the
/// batch size and n the number of steps; the plugin runs with both at 1, except that an encoder reads n steps. Classes are those of the
/// <see cref="Vocabulary"/>, as int64; all other numbers are float32.
/// </summary>
public static class GraphPorts
{
    /// <summary>
    /// Input of <see cref="GraphRole.Step"/> and <see cref="GraphRole.Encode"/>, int64 [b, n, 3]: pitch, IOI and duration class of the
    /// last note.
    /// </summary>
    public const string Note = "note";

    /// <summary>
    /// Input of <see cref="GraphRole.Step"/> and <see cref="GraphRole.Encode"/>, int64 [b, n, 4]: bar position, meter class, bar number
    /// and key class. Input of the heads, int64 [b, n]: the bar position of the new onset.
    /// </summary>
    public const string BarPosition = "place";

    /// <summary>
    /// Input of <see cref="GraphRole.Step"/>, int64 [b, n, 4]: pitch, IOI class, duration class and length class of a
    /// <see cref="MotifHint"/>.
    /// </summary>
    public const string Hint = "hint";

    /// <summary>
    /// Input of <see cref="GraphRole.Step"/> of styles with form inputs (<see cref="StyleFile.Form"/>), int64
    /// [b, n, <see cref="FormHint.Length"/>]: the classes of a <see cref="FormHint"/>.
    /// </summary>
    public const string Form = "form";

    /// <summary>Input of a VAE's <see cref="GraphRole.Step"/>, [b, z]: the latent of the segment.</summary>
    public const string Latent = "latent";

    /// <summary>Output of <see cref="GraphRole.Step"/> and input of the heads, [b, n, w]: the hidden vector.</summary>
    public const string Hidden = "hidden";

    /// <summary>The prefix of the inputs of <see cref="GraphRole.Step"/> that hold the state before the step.</summary>
    public const string Past = "past.";

    /// <summary>The prefix of the outputs of <see cref="GraphRole.Step"/> that hold the state after the step.</summary>
    public const string Present = "present.";

    /// <summary>The name, after the prefix, of the hidden state of an LSTM or a GRU, [b, layers, width].</summary>
    public const string HiddenState = "h";

    /// <summary>The name, after the prefix, of the cell state of an LSTM, [b, layers, width].</summary>
    public const string CellState = "c";

    /// <summary>The name, after the prefix, of a transformer's keys, [b, layers, heads, past steps, size].</summary>
    public const string Keys = "k";

    /// <summary>The name, after the prefix, of a transformer's values, [b, layers, heads, past steps, size].</summary>
    public const string Values = "v";

    /// <summary>Input of the pitch and duration heads, int64 [b, n]: the sampled IOI class.</summary>
    public const string Ioi = "gap";

    /// <summary>Input of the duration and velocity heads, int64 [b, n]: the sampled pitch.</summary>
    public const string Pitch = "pitch";

    /// <summary>Input of the velocity head, int64 [b, n]: the sampled duration class.</summary>
    public const string Duration = "duration";

    /// <summary>
    /// Input of a gated head, [b, n, chains, classes]: the probabilities of a <see cref="MotifPredictor"/>; of styles with form inputs also
    /// those of a <see cref="FormPredictor"/>.
    /// </summary>
    public const string Motif = "motif";

    /// <summary>Input of a gated head, [b, n, chains, <see cref="MotifPredictor.Features"/>].</summary>
    public const string Features = "features";

    /// <summary>Input of a gated head, [1]: added to the logit of the motifs' weight; 0 leaves it as trained.</summary>
    public const string Memory = "memory";

    /// <summary>Output of the heads, [b, n, classes].</summary>
    public const string Logits = "logits";

    /// <summary>Output of <see cref="GraphRole.Encode"/>, [b, z]: the mean of the latent.</summary>
    public const string Mean = "mean";

    /// <summary>Output of <see cref="GraphRole.Encode"/>, [b, z]: the logarithm of the latent's variance.</summary>
    public const string LogVariance = "logvar";

    /// <summary>Input of <see cref="GraphRole.Bar"/>, [b, z]: noise from a standard normal distribution.</summary>
    public const string Noise = "noise";

    /// <summary>Input of <see cref="GraphRole.Bar"/>, [b, 24, 256]: the previous bar as a piano roll.</summary>
    public const string Previous = "previous";

    /// <summary>Input of <see cref="GraphRole.Bar"/>, [b, 25]: the chord, one-hot.</summary>
    public const string Chord = "chord";

    /// <summary>Input of <see cref="GraphRole.Bar"/>, [b, 24]: 1 for the sixteenths inside the bar, 0 for those after its end.</summary>
    public const string Inside = "inside";

    /// <summary>Output of <see cref="GraphRole.Bar"/>, [b, 24, 256]: the probabilities of onsets and sounding pitches.</summary>
    public const string Roll = "roll";
}
