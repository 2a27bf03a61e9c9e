namespace ComposerPlugin.Vst3;

/// <summary>The edit controller of an instance. Values are normalized (0 to 1) unless named plain. All members are [main].</summary>
public interface IController
{
    /// <summary>[main] The number of parameters.</summary>
    int ParameterCount { get; }

    /// <summary>[main] Describes the parameter at an index below <see cref="ParameterCount"/>.</summary>
    ParameterInfo GetParameterInfo(int index);

    /// <summary>[main] Whether a parameter has this id. The members below are only called with ids of parameters.</summary>
    bool HasParameter(uint id);

    /// <summary>[main] The text of a value, without the unit.</summary>
    string Format(uint id, double normalized);

    /// <summary>[main] Parses a text typed by the user; false if it is not a value.</summary>
    bool TryParse(uint id, ReadOnlySpan<char> text, out double normalized);

    /// <summary>[main] Converts a normalized value to a plain one.</summary>
    double ToPlain(uint id, double normalized);

    /// <summary>[main] Converts a plain value to a normalized one.</summary>
    double ToNormalized(uint id, double plain);

    /// <summary>[main] The controller's current value.</summary>
    double GetNormalized(uint id);

    /// <summary>[main] Sets the controller's value, clamped to 0 to 1 by the caller. Must not be sent back to the host.</summary>
    void SetNormalized(uint id, double normalized);

    /// <summary>[main] Sets the host's handler for edits, valid until the next call or until Terminate returns. May be null.</summary>
    void SetComponentHandler(HostComponentHandler handler);

    /// <summary>
    /// [main] Receives the state of the component. Component and controller are one object, so that the state has already been read and
    /// most controllers do nothing.
    /// </summary>
    /// <returns>False if the state is not valid.</returns>
    bool SetComponentState(HostStream stream);

    /// <summary>[main] Writes the state of the controller only, such as the window size.</summary>
    /// <returns>False if there is none or the stream did not accept it.</returns>
    bool GetState(HostStream stream);

    /// <summary>[main] Reads a state written by <see cref="GetState"/>.</summary>
    /// <returns>False if the state is not valid.</returns>
    bool SetState(HostStream stream);
}
