namespace Amazon.ACMPCA.Model;

/// <inheritdoc cref="IACMPCAPaginatorFactory"/>
internal sealed class ACMPCAPaginatorFactory(IAmazonACMPCA client) : IACMPCAPaginatorFactory
{
    public IListTagsPaginator ListTags(ListTagsRequest request) => new ListTagsPaginator(client, request);
}
