using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Tests.Fakes;

/// <summary>A resource that does what a test says.</summary>
internal sealed class FakeResource(Func<ResourceWork, CancellationToken, Task<ResourceResult>> what) : ICustomResource
{
    public string PhysicalIdFor(CustomResourceRequest request) => "fallback";

    public Task<ResourceResult> CreateAsync(ResourceWork work, CancellationToken cancellationToken) => what(work, cancellationToken);

    public Task<ResourceResult> UpdateAsync(ResourceWork work, CancellationToken cancellationToken) => what(work, cancellationToken);

    public Task<ResourceResult> DeleteAsync(ResourceWork work, CancellationToken cancellationToken) => what(work, cancellationToken);
}
