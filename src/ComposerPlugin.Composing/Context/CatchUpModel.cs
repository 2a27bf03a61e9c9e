using ComposerPlugin.Inference;

namespace ComposerPlugin.Composing;

/// <summary>A model that reads behind another what that one has read of a piece, to take its place.</summary>
/// <param name="model">The model.</param>
/// <param name="steps">What the other one has read.</param>
internal sealed class CatchUpModel(MelodyModel model, RecentSteps steps)
{
    private long _at;
    private bool _hasBegun;

    /// <summary>The model.</summary>
    public MelodyModel Model => model;

    /// <summary>Whether it can go back to the piece's mark.</summary>
    public bool HasMark { get; private set; }

    /// <summary>How many steps it still has to read.</summary>
    public int Behind => (int)(steps.Count - (_hasBegun ? _at : steps.Begin));

    /// <summary>Reads one step; false when it stands where the piece stands.</summary>
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

    /// <summary>The piece begins anew.</summary>
    public void Restart() => _hasBegun = HasMark = false;

    /// <summary>The piece was marked.</summary>
    public void Mark()
    {
        HasMark = false;
        if (_hasBegun)
            PassMark();
    }

    /// <summary>The piece goes back to its mark.</summary>
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
