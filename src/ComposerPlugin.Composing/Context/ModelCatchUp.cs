using ComposerPlugin.Inference;

namespace ComposerPlugin.Composing;

/// <summary>The model of the next style: it reads what the current model has read, one step at a time, before it takes over.</summary>
/// <param name="model">The model.</param>
/// <param name="steps">What the current model has read.</param>
internal sealed class ModelCatchUp(MelodyModel model, RecentSteps steps)
{
    private long _at;
    private bool _hasBegun;

    /// <summary>The model.</summary>
    public MelodyModel Model => model;

    /// <summary>Whether it can return to the context's mark.</summary>
    public bool HasMark { get; private set; }

    /// <summary>How many steps it still has to read.</summary>
    public int Behind => (int)(steps.Count - (_hasBegun ? _at : steps.Begin));

    /// <summary>Reads one step; false if it has read all.</summary>
    public bool Read()
    {
        if (!_hasBegun || _at < steps.Oldest)
            Begin();
        PassMark();
        if (_at == steps.Count)
            return false;
        model.Advance(steps[_at++]);
        PassMark();
        return true;
    }

    /// <summary>The context was reset.</summary>
    public void Restart() => _hasBegun = HasMark = false;

    /// <summary>The context was marked.</summary>
    public void Mark()
    {
        HasMark = false;
        if (_hasBegun)
            PassMark();
    }

    /// <summary>The context returned to its mark.</summary>
    public void Return()
    {
        if (!_hasBegun || _at <= steps.Marked)
            return;
        if (!HasMark)
        {
            Restart();
            return;
        }
        model.Return();
        (_at, HasMark) = (steps.Marked, false);
    }

    private void Begin()
    {
        model.Reset();
        (_at, _hasBegun, HasMark) = (steps.Begin, true, false);
    }

    private void PassMark()
    {
        if (HasMark || _at != steps.Marked)
            return;
        model.Mark();
        HasMark = true;
    }
}
