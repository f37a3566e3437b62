using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust.Slots;

/// <summary>Finds out which certificates of a rotation belong together.</summary>
/// <remarks>
/// By issuer among those that arrive and among those that leave, by the CA's name between the two. What is left over on
/// both sides may replace each other in any way, and makes one unit.
/// </remarks>
internal static class SlotUnits
{
    public static IReadOnlyList<SlotUnit> Of(
        PurposeView view, IReadOnlyList<WantedCertificate> missing, IReadOnlyList<LeavingCertificate> leaving)
    {
        CaCertificate[] all =
            [.. missing.Select(wanted => wanted.Certificate), .. leaving.Select(one => one.Certificate)];
        var parts = Components(all, (one, other) => AreLinked(all, missing.Count, one, other));
        List<SlotUnit> units = [];
        List<int> leftOver = [];
        foreach (var part in parts)
        {
            if (part.Exists(index => index < missing.Count) == part.Exists(index => index >= missing.Count)
                || IsReplaced(view, [.. Leaving(part)]))
            {
                units.Add(Unit(part, isUnknown: false));
            }
            else
            {
                leftOver.AddRange(part);
            }
        }

        return leftOver.Count == 0 ? units : [.. units, Unit(leftOver, isUnknown: true)];

        IEnumerable<LeavingCertificate> Leaving(List<int> part) =>
            part.Where(index => index >= missing.Count).Order().Select(index => leaving[index - missing.Count]);

        SlotUnit Unit(List<int> part, bool isUnknown)
        {
            WantedCertificate[] arriving =
                [.. part.Where(index => index < missing.Count).Order().Select(index => missing[index])];
            LeavingCertificate[] going = [.. Leaving(part)];
            var isNamed = going.All(one => arriving.Any(wanted => wanted.Certificate.IsOfSameCa(one.Certificate))
                || HasSuccessor(view, one));
            return new SlotUnit(arriving, going, isNamed, isUnknown);
        }
    }

    /// <summary>True when it leaves, and nothing but what is registered already comes in its place.</summary>
    private static bool IsReplaced(PurposeView view, IReadOnlyList<LeavingCertificate> part) =>
        part.Count > 0 && part.All(one => HasSuccessor(view, one));

    /// <summary>What was registered before it, or with it, does not come in its place.</summary>
    private static bool HasSuccessor(PurposeView view, LeavingCertificate leaving) => view.Wanted.Any(wanted =>
        wanted is { IsMissing: false, Entry: { } entry }
        && (entry.IsUnexpired(view.Now) || entry.State == RegistrationState.Registering)
        && wanted.Certificate.IsOfSameCa(leaving.Certificate)
        && view.Since(wanted) > (leaving.Remembered.RegisteredSince ?? DateTimeOffset.MinValue));

    private static bool AreLinked(CaCertificate[] all, int arriving, int one, int other) =>
        one < arriving == other < arriving
            ? all[one].IssuerThumbprint == all[other].Thumbprint || all[other].IssuerThumbprint == all[one].Thumbprint
            : all[one].IsOfSameCa(all[other]);

    /// <summary>Indices that are linked with one another, over any number of others.</summary>
    private static List<List<int>> Components(CaCertificate[] all, Func<int, int, bool> areLinked)
    {
        List<List<int>> parts = [];
        var open = Enumerable.Range(0, all.Length).ToHashSet();
        while (open.Count > 0)
        {
            List<int> part = [open.Min()];
            open.Remove(part[0]);
            for (var at = 0; at < part.Count; at++)
            {
                foreach (var found in open.Where(other => areLinked(part[at], other)).ToArray())
                {
                    open.Remove(found);
                    part.Add(found);
                }
            }

            parts.Add(part);
        }

        return parts;
    }
}
