using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>[main] Reads what a plugin declares of itself.</summary>
internal static unsafe class Declarations
{
    public static ContextRequirements Requirements(ComponentTable** component)
    {
        var requirements = (ContextRequirementsTable**)HostUnknown.QueryInterface(component, InterfaceIds.ProcessContextRequirements);
        if (requirements == null)
            return ContextRequirements.None;
        uint flags = (*requirements)->GetProcessContextRequirements(requirements);
        HostUnknown.Release(requirements);
        return (ContextRequirements)flags;
    }

    public static IReadOnlyList<HostedBus> Buses(ComponentTable** component)
    {
        var buses = new List<HostedBus>();
        foreach (var media in Enum.GetValues<MediaType>())
            foreach (var direction in Enum.GetValues<BusDirection>())
            {
                int count = (*component)->GetBusCount(component, (int)media, (int)direction);
                for (int index = 0; index < count; index++)
                {
                    BusInfo info;
                    if ((*component)->GetBusInfo(component, (int)media, (int)direction, index, &info) != Result.Ok)
                        throw new InvalidOperationException($"The plugin does not describe {media} {direction} bus {index} of {count}.");
                    buses.Add(new(info.Media, info.Direction, index, info.Name.ToString(), info.Channels, info.Type, info.Flags));
                }
            }
        return buses;
    }

    public static IReadOnlyList<HostedParameter> Parameters(EditControllerTable** controller)
    {
        var parameters = new List<HostedParameter>();
        int count = (*controller)->GetParameterCount(controller);
        for (int index = 0; index < count; index++)
        {
            ParameterInfo info;
            if ((*controller)->GetParameterInfo(controller, index, &info) != Result.Ok)
                throw new InvalidOperationException($"The plugin does not describe its parameter {index} of {count}.");
            parameters.Add(new(
                info.Id, info.Title.ToString(), info.ShortTitle.ToString(), info.Units.ToString(), info.StepCount, info.DefaultNormalized,
                info.Flags));
        }
        return parameters;
    }
}
