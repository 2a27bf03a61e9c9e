namespace ComposerPlugin.Vst3;

/// <summary>
/// Optional, implemented by the <see cref="IView"/> object: which parameter is at a position (IParameterFinder). Hosts control the
/// parameter under the pointer with it.
/// </summary>
public interface IParameterFinder
{
    /// <summary>[main] Finds the parameter at a position; false if there is none.</summary>
    /// <param name="x">Distance from the left edge of the view, in the units of <see cref="ViewSize"/>.</param>
    /// <param name="y">Distance from the top edge.</param>
    /// <param name="id">The parameter's id.</param>
    bool TryFindParameter(int x, int y, out uint id);
}
