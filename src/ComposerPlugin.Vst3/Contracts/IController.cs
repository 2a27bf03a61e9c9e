namespace ComposerPlugin.Vst3;

/// <summary>The parameter part of an instance. Values are normalized (0 to 1) unless a member says plain. All members are [main].</summary>
public interface IController
{
    /// <summary>[main] How many parameters there are.</summary>
    int ParameterCount { get; }

    /// <summary>[main] Describes the parameter at an index below <see cref="ParameterCount"/>.</summary>
    ParameterInfo GetParameterInfo(int index);

    /// <summary>[main] True if the id names a parameter. The members below are called with known ids only.</summary>
    bool HasParameter(uint id);

    /// <summary>[main] The text shown for a value, without the unit.</summary>
    string Format(uint id, double normalized);

    /// <summary>[main] The value that a typed text means; false if it means none.</summary>
    bool TryParse(uint id, ReadOnlySpan<char> text, out double normalized);

    /// <summary>[main] Normalized to plain value.</summary>
    double ToPlain(uint id, double normalized);

    /// <summary>[main] Plain to normalized value.</summary>
    double ToNormalized(uint id, double plain);

    /// <summary>[main] The current value as the controller knows it.</summary>
    double GetNormalized(uint id);

    /// <summary>[main] Sets the value that the controller shows. It must not be sent back to the host. Already limited to 0 to 1.</summary>
    void SetNormalized(uint id, double normalized);

    /// <summary>[main] The way to tell the host of edits; valid until the next call or until Terminate has returned. May be null.</summary>
    void SetComponentHandler(HostComponentHandler handler);

    /// <summary>
    /// [main] The host shows the controller the state that the component was given. Component and controller being one object, the
    /// state has been read already and most controllers need to do nothing.
    /// </summary>
    /// <returns>False if the state was not understood.</returns>
    bool SetComponentState(HostStream stream);

    /// <summary>[main] Writes what only the controller knows (window size and the like).</summary>
    /// <returns>False if there is nothing of that kind or the stream did not take it.</returns>
    bool GetState(HostStream stream);

    /// <summary>[main] Reads what <see cref="GetState"/> wrote.</summary>
    /// <returns>False if the state was not understood.</returns>
    bool SetState(HostStream stream);
}
