using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Trust.Forecast;

/// <summary>Words for what will be.</summary>
internal static class ForecastLines
{
    public static IEnumerable<ForecastLine> Done(TrustPlan plan, RotationMode mode, DateTimeOffset day)
    {
        foreach (var step in plan.Refusals.Count > 0 ? [] : plan.Steps)
        {
            var line = step switch
            {
                TrustStep.Register register => new ForecastLine(day, register.Text, register.Why),
                TrustStep.Enable enable => new ForecastLine(day, enable.Text, "its certificates are there then"),
                TrustStep.Disable disable => new ForecastLine(day, disable.Text, "it is not to be used any more"),
                TrustStep.Deregister removal => new ForecastLine(
                    day,
                    $"deregister '{removal.CommonName}' ({removal.Id}) from {PurposeName.Of(removal.Purpose)}",
                    removal.Why),
                _ => null,
            };
            var waits = mode == RotationMode.Report
                || (mode == RotationMode.AddOnly && step is TrustStep.Deregister or TrustStep.Disable);
            if (line is not null)
            {
                yield return waits ? line with { Why = $"{line.Why}; the rotation mode leaves it to a person" } : line;
            }
        }
    }

    /// <summary>The days on which what is registered can come no more, and on which it ends.</summary>
    public static IEnumerable<ForecastLine> Ends(PurposeView view)
    {
        foreach (var wanted in view.Registered())
        {
            var certificate = wanted.Certificate;
            var isSucceeded = view.IsSucceeded(certificate);
            if (!isSucceeded)
            {
                yield return new ForecastLine(
                    Registrability.EndsAt(certificate),
                    $"'{certificate.CommonName}' of {PurposeName.Of(view.Purpose)} cannot be registered again any more",
                    $"it has {Registrability.MinRemaining.TotalDays:0} days left then, and no successor is registered");
            }

            yield return new ForecastLine(
                certificate.NotAfter,
                $"'{certificate.CommonName}' of {PurposeName.Of(view.Purpose)} expires",
                isSucceeded
                    ? "its successor is registered: take it out of its sources"
                    : "no successor is registered: what it issued is refused from then on");
        }
    }
}
