using Infra.TrustManager.Admission;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Messages;

namespace Infra.TrustManager.Trust.Warnings;

/// <summary>
/// Notifications of what lies in a source bucket and is not registered: once each, again when a certificate that it
/// keeps registered has left the sources, and again as the end of what it would replace comes near.
/// </summary>
internal static class WithheldWarnings
{
    /// <summary>
    /// Most notifications of one purpose and run, for what is there longest: anyone may fill a bucket.
    /// </summary>
    private const int MaxMessages = 20;

    /// <summary>
    /// Most entries of the history about what lies in buckets within a day; a PKI team makes a few a month. Beyond that
    /// only what was notified before has notifications of its own: a file that is swapped every second must not fill
    /// mailboxes.
    /// </summary>
    private const int MaxNoticesADay = 50;

    /// <param name="memory">In line with <paramref name="view"/>.</param>
    public static IEnumerable<Message> For(WarnedDirectory directory, PurposeView view, TrustMemory memory)
    {
        var entries = memory.Withheld.Where(entry => entry.Purpose == view.Purpose)
            .DistinctBy(entry => entry.Withheld.Subject)
            .ToDictionary(entry => entry.Withheld.Subject, StringComparer.Ordinal);
        WithheldObject[] withheld =
        [
            .. view.Withheld.Where(one => one.Kind != WithheldKind.Rejected)
                .OrderBy(one => entries.TryGetValue(one.Subject, out var entry) ? entry.Since : view.Now),
        ];
        var isFlood = memory.History.Count(entry => entry.IsNotice && entry.At > view.Now.AddDays(-1)) > MaxNoticesADay;
        var sent = memory.Sent.Select(message => message.Key).ToHashSet(StringComparer.Ordinal);

        // The state knows what an earlier event said of the writer.
        Message[] messages =
        [
            .. withheld.Take(MaxMessages)
                .Select(one => entries.TryGetValue(one.Subject, out var entry) ? entry.Withheld : one)
                .Select(one => For(directory, view, one))
                .Where(message => !isFlood || sent.Contains(message.Key)),
        ];
        return isFlood || withheld.Length > MaxMessages
            ? [.. messages, More(directory, view, withheld.Length, messages.Length, isFlood)]
            : messages;
    }

    private static Message More(WarnedDirectory directory, PurposeView view, int count, int described, bool isFlood) =>
        directory.Message(
            $"withheld/{view.Purpose}/more",
            isFlood ? "files in a source change all the time" : $"{count} certificates or objects are not registered",
            $"The sources of directory {directory.Label} for {PurposeName.Of(view.Purpose)} hold {count} certificates "
            + $"or objects that are not registered. {described} of them have notifications of their own"
            + (isFlood
                ? $"; new ones get none while there are more than {MaxNoticesADay} changes within a day."
                : ".")
            + " If they are unexpected, find out who may write to the bucket.",
            $"To see them:\n\n{directory.PlanCommand}");

    private static Message For(WarnedDirectory directory, PurposeView view, WithheldObject one)
    {
        var kept = view.Kept()
            .Where(leaving => one.MayReplace(view.Now) && (one.MayHold || !view.Keeping(leaving)!.MayHold)).ToArray();
        var level = one.Kind == WithheldKind.AwaitsApproval ? WithheldLadder.Reached(view, one) : null;
        return directory.Message(
            string.Join('/', new[]
            {
                $"withheld/{view.Purpose}/{one.Kind}/{ShortHash.Of(one.Subject)}", level, kept.Length == 0 ? null : Keeps(kept),
            }.OfType<string>()),
            Subject(view, one),
            [
                Facts(directory, view, one),
                $"Why it is not registered: {one.Reason}.",
                .. kept.Length == 0 ? Array.Empty<string>() : [Kept(one, kept)],
                WhatToDo(directory, view, one),
                $"To see what is to be done:\n\n{directory.PlanCommand}",
            ]);
    }

    private static string Subject(PurposeView view, WithheldObject one)
    {
        var use = PurposeName.Of(view.Purpose);
        return one switch
        {
            { Kind: WithheldKind.AwaitsApproval, Certificate: { } waiting } => $"'{waiting.CommonName}' waits for approval for {use}",
            { Certificate: { } other } => $"'{other.CommonName}' cannot be registered for {use}",
            _ => $"an object in a source for {use} cannot be read",
        };
    }

    private static string Facts(WarnedDirectory directory, PurposeView view, WithheldObject one)
    {
        var origin = one.Origin;
        string[] lines =
        [
            one.Certificate is { } certificate
                ? $"CA certificate \"{certificate.Subject}\" is in a source of {PurposeName.Of(view.Purpose)} of directory "
                    + $"{directory.Label} and is not registered.\n  SHA-256 {certificate.Thumbprint}\n  valid from "
                    + $"{certificate.NotBefore.UtcDateTime:yyyy-MM-dd} to {certificate.NotAfter.UtcDateTime:yyyy-MM-dd HH:mm} UTC"
                : $"An object in a source of {PurposeName.Of(view.Purpose)} of directory {directory.Label} cannot be read.",
            $"  object {origin.Place}, version {origin.VersionId ?? "unknown (the bucket keeps none)"}",
            $"  {origin.DescribeWriter()}",
        ];
        return string.Join('\n', lines);
    }

    private static string Kept(WithheldObject one, LeavingCertificate[] kept) =>
        (one.MayHold
            ? "Until it can be read or is taken away these stay registered although no other object lists them: "
            : "Until that is decided these stay registered although they are in no source any longer: ")
        + string.Join(", ", kept.Select(one => $"'{one.Certificate.CommonName}' ({one.Entry.Id})")) + ".";

    private static string WhatToDo(WarnedDirectory directory, PurposeView view, WithheldObject one) => one.Kind switch
    {
        WithheldKind.AwaitsApproval =>
            "What to do: ask the owner of that CA, over a way that you know, for the SHA-256 thumbprint of its "
            + "certificate. If it is the same, approve it with the certificates below it; else reject it, and take the "
            + $"object away:\n\n{directory.Command("approve", Decided(view, one))}"
            + directory.Command("reject", Decided(view, one))
            + "\nTo let such certificates register by themselves, pin the narrowest CA above them in trustAnchors of the "
            + "environment file.",
        WithheldKind.NotRegistrable =>
            "What to do: have it replaced by a certificate that can be registered, or take the object away.",
        _ => "What to do: replace the object by the CA certificates alone (PEM or DER), or take it away.",
    };

    /// <summary>
    /// With the purpose: the same file may lie in the sources of the other one by the time of the decision.
    /// </summary>
    private static string Decided(PurposeView view, WithheldObject one) =>
        $"{one.Certificate!.Thumbprint} --purpose {PurposeName.SectionOf(view.Purpose)}";

    private static string Keeps(LeavingCertificate[] kept) =>
        $"keeps-{ShortHash.Of(string.Join(' ', kept.Select(one => one.Entry.Id)))}";
}
