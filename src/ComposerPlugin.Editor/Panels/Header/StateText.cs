using ComposerPlugin.Engine;

namespace ComposerPlugin.Editor;

/// <summary>[main] What the plugin is doing, and its words.</summary>
internal static class StateText
{
    /// <summary>The state now. Allocates nothing.</summary>
    /// <param name="engine">The state of the audio thread.</param>
    /// <param name="status">The status of the instance.</param>
    /// <param name="isBypassed">Whether notes only pass through.</param>
    /// <param name="fault">What is wrong with the routing.</param>
    public static StateNow Of(in EngineSnapshot engine, in EditorStatus status, bool isBypassed, RoutingFault fault = RoutingFault.None)
    {
        if (status.IsLoading)
            return new(StateKind.Loading);
        if (isBypassed)
            return new(StateKind.Bypassed);
        if (fault == RoutingFault.NoOutput)
            return new(StateKind.NoOutput);
        if (engine.IsAnswering && engine.Bars.Meter.IsValid)
            return OfAnswer(engine);
        if (engine.HearsPhrase)
            return new(StateKind.Listening);
        if (fault == RoutingFault.NoMidi)
            return new(StateKind.NoMidi);
        return new(engine.Mode switch
        {
            PlayMode.Hold when engine.CurrentTake == 0 => StateKind.HoldNothing,
            PlayMode.Generate or PlayMode.Hold => engine.IsPlaying ? StateKind.AnswerComes : StateKind.PressPlay,
            PlayMode.Trade when engine.IsPlaying => StateKind.YourTurn,
            _ => engine.IsPlaying ? StateKind.PlaySomething : StateKind.PressPlayOrPlay,
        });
    }

    /// <summary>The words of a state.</summary>
    public static string Of(StateNow state) => state.Kind switch
    {
        StateKind.Loading => HeaderStrings.Loading,
        StateKind.Bypassed => HeaderStrings.Bypassed,
        StateKind.Answering => HeaderStrings.Answering(state.Bar, state.Bars),
        StateKind.AnswerComes => HeaderStrings.AnswerComes(state.Bar),
        StateKind.Listening => HeaderStrings.Listening,
        StateKind.PressPlay => HeaderStrings.PressPlay,
        StateKind.PressPlayOrPlay => HeaderStrings.PressPlayOrPlay,
        StateKind.YourTurn => HeaderStrings.YourTurn,
        StateKind.HoldNothing => HeaderStrings.HoldNothing,
        StateKind.NoMidi => HeaderStrings.NoMidi,
        StateKind.NoOutput => HeaderStrings.NoOutput,
        _ => HeaderStrings.PlaySomething,
    };

    private static StateNow OfAnswer(in EngineSnapshot engine)
    {
        var bars = engine.Bars;
        long first = bars.BarOf(engine.Answer.Start), now = bars.BarOf(engine.Position);
        if (engine.Position < engine.Answer.Start)
            return new(StateKind.AnswerComes, first - now);
        // Bars of the answer itself: it may begin between bar lines.
        long count = Math.Max(bars.Meter.BarsToHold(engine.Answer.End - engine.Answer.Start), 1);
        long bar = (long)((engine.Position - engine.Answer.Start) / bars.Meter.BarTicks) + 1;
        return new(StateKind.Answering, Math.Clamp(bar, 1, count), count);
    }
}
