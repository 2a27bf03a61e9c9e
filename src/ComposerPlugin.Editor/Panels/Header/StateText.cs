using ComposerPlugin.Engine;

namespace ComposerPlugin.Editor;

/// <summary>[main] What the plugin is doing, as one number that is cheap to compare and becomes words only when it changes.</summary>
internal static class StateText
{
    private enum State
    {
        Loading,
        Bypassed,
        Answering,
        AnswerComes,
        Listening,
        PressPlay,
        PressPlayOrPlay,
        PlaySomething,
        YourTurn,
        HoldNothing,
    }

    /// <summary>The state now. Allocates nothing.</summary>
    public static (int State, long Bar, long Bars) Of(in EngineSnapshot engine, in EditorStatus status, bool isBypassed)
    {
        if (status.IsLoading)
            return ((int)State.Loading, 0, 0);
        if (isBypassed)
            return ((int)State.Bypassed, 0, 0);
        if (engine.IsAnswering && engine.Bars.Meter.IsValid)
        {
            long first = engine.Bars.BarOf(engine.Answer.Start), now = engine.Bars.BarOf(engine.Position);
            long bars = engine.Bars.BarOf(engine.Answer.End - 1) - first + 1;
            return engine.Position >= engine.Answer.Start
                ? ((int)State.Answering, Math.Clamp(now - first + 1, 1, Math.Max(bars, 1)), bars)
                : ((int)State.AnswerComes, first - now, 0);
        }
        if (engine.HearsPhrase)
            return ((int)State.Listening, 0, 0);
        var idle = engine.Mode switch
        {
            PlayMode.Generate => engine.IsPlaying ? State.AnswerComes : State.PressPlay,
            PlayMode.Hold when engine.CurrentTake == 0 => State.HoldNothing,
            PlayMode.Hold => engine.IsPlaying ? State.AnswerComes : State.PressPlay,
            PlayMode.Trade when engine.IsPlaying => State.YourTurn,
            _ => engine.IsPlaying ? State.PlaySomething : State.PressPlayOrPlay,
        };
        return ((int)idle, 0, 0);
    }

    /// <summary>Whether the plugin plays in this state, or is about to.</summary>
    public static bool IsPlaying((int State, long Bar, long Bars) state) => (State)state.State is State.Answering or State.AnswerComes;

    /// <summary>The words of a state.</summary>
    public static string Of((int State, long Bar, long Bars) state) => (State)state.State switch
    {
        State.Loading => HeaderStrings.Loading,
        State.Bypassed => HeaderStrings.Bypassed,
        State.Answering => HeaderStrings.Answering(state.Bar, state.Bars),
        State.AnswerComes => HeaderStrings.AnswerComes(state.Bar),
        State.Listening => HeaderStrings.Listening,
        State.PressPlay => HeaderStrings.PressPlay,
        State.PressPlayOrPlay => HeaderStrings.PressPlayOrPlay,
        State.YourTurn => HeaderStrings.YourTurn,
        State.HoldNothing => HeaderStrings.HoldNothing,
        _ => HeaderStrings.PlaySomething,
    };
}
