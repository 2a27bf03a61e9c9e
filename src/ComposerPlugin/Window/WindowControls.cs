using ComposerPlugin.Editor;

namespace ComposerPlugin;

/// <summary>[main] The parameters of the window, by name.</summary>
internal static class WindowControls
{
    /// <summary>The controls of an instance.</summary>
    /// <param name="controller">Its controller.</param>
    /// <param name="hasAudio">Whether it has an audio output.</param>
    /// <param name="showMenu">Opens the host's menu for a parameter at a point of the window, in units; false if it has none.</param>
    public static ControlSet Create(Controller controller, bool hasAudio, Func<uint, float, float, bool> showMenu)
    {
        return new()
        {
            Bypass = Of(Parameters.Bypass),
            Program = Of(Parameters.Program),
            Style = Of(Parameters.Style),
            Provider = Of(Parameters.Provider),
            Mode = Of(Parameters.Mode),
            AnswerBars = Of(Parameters.AnswerBars),
            TradeBars = Of(Parameters.TradeBars),
            PhraseEnd = Of(Parameters.PhraseEnd),
            StartOn = Of(Parameters.StartOn),
            Grid = Of(Parameters.Grid),
            Seed = Of(Parameters.Seed),
            NewTake = Of(Parameters.NewTake),
            PreviousTake = Of(Parameters.PreviousTake),
            NextTake = Of(Parameters.NextTake),
            Keep = Of(Parameters.Keep),
            RerollPitches = Of(Parameters.RerollPitches),
            RerollRhythm = Of(Parameters.RerollRhythm),
            RerollVelocities = Of(Parameters.RerollVelocities),
            VaryTake = Of(Parameters.VaryTake),
            AutoApply = Of(Parameters.AutoApply),
            CaptureA = Of(Parameters.CaptureA),
            CaptureB = Of(Parameters.CaptureB),
            Variation = Of(Parameters.Variation),
            Morph = Of(Parameters.Morph),
            Surprise = Of(Parameters.Surprise),
            TopP = Of(Parameters.TopP),
            Density = Of(Parameters.Density),
            Memory = Of(Parameters.Memory),
            Form = Of(Parameters.Form),
            LowestNote = Of(Parameters.LowestNote),
            HighestNote = Of(Parameters.HighestNote),
            Key = Of(Parameters.Key),
            Scale = Of(Parameters.ScaleLock),
            EndOnTonic = Of(Parameters.EndOnTonic),
            Octave = Of(Parameters.Octave),
            RepeatGuard = Of(Parameters.RepeatGuard),
            Velocity = Of(Parameters.Velocity),
            FixedVelocity = Of(Parameters.FixedVelocity),
            VelocityScale = Of(Parameters.VelocityScale),
            Swing = Of(Parameters.Swing),
            Timing = Of(Parameters.Timing),
            FollowPhrase = Of(Parameters.FollowPhrase),
            Thru = Of(Parameters.Thru),
            Channel = Of(Parameters.Channel),
            PreviewLevel = hasAudio ? Of(Parameters.PreviewLevel) : null,
        };

        ParameterControl Of(Parameter parameter) => new(controller, parameter, showMenu);
    }
}
