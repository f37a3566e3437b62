using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Trust;

/// <summary>Says why there is no room, and what a person can do about it.</summary>
internal static class RoomRefusal
{
    /// <param name="leaving">Usable ones that leave anyway.</param>
    /// <param name="tooLate">What an order that fits would register after its last day.</param>
    public static string Text(
        PurposeView view,
        RoomNeed need,
        LeavingCertificate[] leaving,
        (CaCertificate Certificate, DateTimeOffset Day)? tooLate)
    {
        var names = string.Join(", ", need.Missing.Select(wanted => $"'{wanted.Certificate.CommonName}'"));
        var late = tooLate is ({ } certificate, var day)
            ? $"One after the other they would fit, but the slot of '{certificate.CommonName}' is free on "
                + $"{day:yyyy-MM-dd}, and it can be registered until {certificate.LastDay()} only. "
            : "";
        return $"For {PurposeName.Of(view.Purpose)} the directory takes {need.Ceiling} certificates and has "
            + $"{need.Occupied}; {need.Missing.Count} more are wanted ({names}), so that {need.Lacking} slots are missing. "
            + late
            + Kept(view)
            + (leaving.Length >= need.Lacking && !need.LastOfAll ? Gap(leaving, need.Lacking) : Free(view, need));
    }

    /// <summary>What would make room if nothing undecided kept it.</summary>
    private static string Kept(PurposeView view) => string.Concat(view.Kept().Select(one =>
        $"'{one.Certificate.CommonName}' left its sources and stays registered while {view.Keeping(one)!.Name} is not "
        + "decided: approve or reject that, or take it out of its source. "));

    private static string Gap(LeavingCertificate[] leaving, int count) =>
        $"Removing {count} of those that leave anyway first would make room, but whoever depends on them is refused "
        + "until their successors are registered, which takes minutes. To allow that, name them in allowGapFor of the "
        + $"environment file: {string.Join(", ", leaving.Select(Named))}.";

    private static string Free(PurposeView view, RoomNeed need)
    {
        var foreign = view.Foreign.Select(entry => $"'{entry.CommonName}' ({entry.Id})").ToArray();
        var last = need.LastOfAll ? "The only usable certificate cannot go while the feature is on. " : "";
        return foreign.Length > 0
            ? $"{last}Deregister {need.Lacking} of those that others registered ({string.Join(", ", foreign)}), list "
                + "fewer certificates, or ask AWS for a higher quota."
            : $"{last}List at least {need.Lacking} certificates fewer, or ask AWS for a higher quota.";
    }

    private static string Named(LeavingCertificate leaving) =>
        $"'{leaving.Certificate.CommonName}' ({leaving.Certificate.Thumbprint})";
}
