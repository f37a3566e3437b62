namespace Infra.TrustManager.Requests;

/// <summary>An operator request that was read, or why it cannot be fulfilled.</summary>
/// <param name="Request">Null where there is a problem.</param>
/// <param name="Problem">For the operator: what was seen, what is allowed; null where there is none.</param>
public sealed record RequestReading<T>(T? Request, string? Problem)
    where T : class
{
    /// <param name="read">
    /// Makes the request of its name, the id of what it is about, and its members; what it adds to their problems
    /// counts.
    /// </param>
    internal static RequestReading<T> Of(
        Invocation invocation, RequestTarget target, Func<string, string, RequestMembers, T> read)
    {
        if (invocation is not Invocation.Request asked)
        {
            return new RequestReading<T>(null, target.RefusalOf(invocation));
        }

        if (target.RefusalOf(asked.Name) is { } refusal)
        {
            return new RequestReading<T>(null, refusal);
        }

        var members = new RequestMembers(asked.Json);
        members.AllowOnly(target.Requests.Find(asked.Name)!, target.Requests.SubjectMember);
        var request = read(asked.Name, members.Subject(target), members);
        return members.Problems.Count == 0
            ? new RequestReading<T>(request, null)
            : new RequestReading<T>(
                null, $"The request cannot be read: {string.Join("; ", members.Problems)}. Nothing was changed.");
    }
}
