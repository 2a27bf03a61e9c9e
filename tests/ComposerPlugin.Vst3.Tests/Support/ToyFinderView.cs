namespace ComposerPlugin.Vst3.Tests;

/// <summary>A view with one parameter, in its left half.</summary>
internal sealed class ToyFinderView(List<string> calls) : ToyView(calls), IParameterFinder
{
    public bool TryFindParameter(int x, int y, out uint id)
    {
        if (FailsIn == nameof(TryFindParameter))
            throw new InvalidOperationException(FailsIn);
        id = ToyPlugin.Level;
        return x >= 0 && x < Size.Width / 2 && y >= 0 && y < Size.Height;
    }
}
