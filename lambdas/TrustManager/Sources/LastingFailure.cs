using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Sources;

/// <summary>Tells failures that belong to a source's problems from those that end the whole reading.</summary>
internal static class LastingFailure
{
    /// <summary>True when the same call may well succeed later, so that nothing is said about the source.</summary>
    public static bool MayPass(this ServiceException failure) =>
        failure.Failure is ServiceFailure.Throttled or ServiceFailure.Unavailable;
}
