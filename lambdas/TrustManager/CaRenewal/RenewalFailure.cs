using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CaRenewal;

/// <summary>Why a run did not do what it should have done.</summary>
/// <param name="Code">Tells reasons apart, so that each is told once.</param>
/// <param name="Reason">Sentences for a person, with what to do.</param>
public sealed record RenewalFailure(string Code, string Reason)
{
    public static RenewalFailure Of(RenewalRefusal refusal) =>
        new($"refused-{refusal.Code}", $"The renewal is due, but {refusal.Text}.");

    /// <summary>Null for what is not expected to happen.</summary>
    /// <param name="outOfTime">True when the invocation's time is over.</param>
    public static RenewalFailure? Of(Exception exception, string doing, bool outOfTime) => exception switch
    {
        RenewalException known => new RenewalFailure(known.Code, known.Message),
        ServiceException service => new RenewalFailure(
            $"{service.Failure}", $"While {doing}: {service.Message} {NextStep(service.Failure)}"),
        OperationCanceledException when outOfTime => new RenewalFailure(
            "out-of-time",
            $"The function's time ran out while {doing}. What was done is recorded; the next run goes on from there."),
        _ => null,
    };

    private static string NextStep(ServiceFailure failure) => failure switch
    {
        ServiceFailure.Denied =>
            "Allow that action in the function's role (and in the policy of a shared CA or an encrypted bucket's key).",
        ServiceFailure.Throttled or ServiceFailure.Unavailable or ServiceFailure.InProgress
            or ServiceFailure.ConcurrentModification => "That passes by itself; the next run tries again.",
        ServiceFailure.NotFound => "Check that what it names still exists, in the account and Region of its ARN, and that an account which "
                + "shares it still does.",
        _ => "Correct what it names; the next run tries again.",
    };
}
